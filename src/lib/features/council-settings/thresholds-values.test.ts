import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { thresholdsSchema, valuesOfThresholds } from './thresholds-values';

const sentences = (screen_threshold: string, export_threshold: string) =>
	thresholdsSchema
		.safeParse({ screen_threshold, export_threshold })
		.error?.issues.map(({ message }) => message);

describe('the smallest numbers shown', () => {
	it('are five on screens and ten in files, unless the council decides otherwise', () => {
		expect(thresholdsSchema.parse(valuesOfThresholds(sampleRow('councils')))).toEqual({
			screen_threshold: 5,
			export_threshold: 10
		});
		expect(sentences('3', '20')).toBeUndefined();
		expect(sentences('7', '7')).toBeUndefined();
	});

	it('are within limits, and never smaller in files than on screens', () => {
		expect(sentences('2', '10')).toEqual(['The smallest number shown must be 3 or more']);
		expect(sentences('5', '21')).toEqual([
			'The smallest number in files and reports must be 20 or fewer'
		]);
		expect(sentences('8', '7')).toEqual([
			'The smallest number in files and reports must not be below the one on screens'
		]);
	});
});
