/** Why a boundary file cannot be used. The message is a sentence for the person who chose it. */
export class BoundaryFileError extends Error {
	override name = 'BoundaryFileError';
}

const DOWNLOAD_AGAIN =
	'Download the file again as WGS 84 (latitude and longitude), in GeoJSON format.';

/** The file counts in something other than degrees of longitude and latitude. */
export function wrongCoordinates(what: string): BoundaryFileError {
	return new BoundaryFileError(`The file ${what}. ${DOWNLOAD_AGAIN}`);
}

/** One ward's outline cannot be drawn. */
export function brokenBoundary(ward: string, what: string): BoundaryFileError {
	return new BoundaryFileError(
		`The boundary of ${ward} is broken: ${what}. Download the file again from where it came.`
	);
}
