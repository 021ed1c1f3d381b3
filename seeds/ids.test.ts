import { describe, expect, it } from 'vitest';
import { seedId, uuidV5 } from './ids';

const DNS_NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('uuidV5', () => {
	it('gives the id that RFC 9562 prints for www.example.com', () => {
		expect(uuidV5(DNS_NAMESPACE, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
	});

	it('takes names as UTF-8', () => {
		// From Python: uuid.uuid5(uuid.NAMESPACE_DNS, 'crèche')
		expect(uuidV5(DNS_NAMESPACE, 'crèche')).toBe('39389e19-527b-5ed7-828b-b1eb7d4e2c41');
	});
});

describe('seedId', () => {
	it('never gives two kinds the same id', () => {
		expect(seedId('place', 'Rose Hill')).not.toBe(seedId('locality', 'Rose Hill'));
	});

	it('has not changed, for rows already loaded are known by it', () => {
		expect(seedId('locality', 'South East')).toBe('ef217f9d-1b4e-50b2-b31c-202099117c2b');
	});
});
