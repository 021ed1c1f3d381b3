import { describe, expect, it } from 'vitest';
import { orgIdOf, readCharityNumber, readCompanyNumber } from './org-id';

describe('readCharityNumber', () => {
	it.each([
		['1098765', '1098765'],
		[' 1,098,765 ', '1098765'],
		['202918-1', '202918-1'],
		['sc 012345', 'SC012345'],
		['NIC101234', 'NIC101234'],
		['', ''],
		['12345', null],
		['12345678', null],
		['SC12345', null],
		['charity', null]
	])('%j -> %j', (typed, read) => {
		expect(readCharityNumber(typed)).toBe(read);
	});
});

describe('readCompanyNumber', () => {
	it.each([
		['1234567', '01234567'],
		['01234567', '01234567'],
		['ip 012345', 'IP012345'],
		['', ''],
		['ip12345', null],
		['12345', null],
		['123456789', null]
	])('%j -> %j', (typed, read) => {
		expect(readCompanyNumber(typed)).toBe(read);
	});
});

describe('orgIdOf', () => {
	it.each([
		['1098765', '01234567', 'GB-CHC-1098765'],
		['202918-1', '', 'GB-CHC-202918'],
		['SC012345', '', 'GB-SC-SC012345'],
		['NIC101234', '', 'GB-NIC-101234'],
		['', '01234567', 'GB-COH-01234567'],
		['', '', '']
	])('charity %j, company %j: %j', (charity_number, company_number, id) => {
		expect(orgIdOf({ charity_number, company_number })).toBe(id);
	});
});
