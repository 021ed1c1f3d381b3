/** Makes a photo fit to be kept and sent. */
import { sha256 } from './sha256';
import { Failure } from '$lib/errors/failure';
import { PICTURE_MAX } from '$lib/records/attachment/limits';
import type { Picture } from '$lib/store/database';

/** Pixels along the long edge, largest first: the first that fits is taken. */
const LONG_EDGES = [PICTURE_MAX.side, 1280, 1024, 800, 640];
const QUALITIES = [0.85, 0.75, 0.65, 0.5];
/** Decoding a larger file takes more memory than a cheap phone has. */
const MAX_FILE_BYTES = 40_000_000;

/**
 * A photo as an upright JPEG of at most 1600 pixels and 400 KiB. It is drawn anew, so that nothing is in it but what is
 * seen: where and when it was taken, and by which device (EXIF), stay behind.
 * @throws Failure not_a_picture | picture_too_large
 */
export async function preparePicture(file: Blob): Promise<Prepared> {
	if (file.size > MAX_FILE_BYTES) throw new Failure('picture_too_large');
	const image = await createImageBitmap(file).catch((cause: unknown) => {
		throw new Failure('not_a_picture', file.type, { cause });
	});
	try {
		const drawn = await drawToFit(image);
		const bytes = await drawn.blob.arrayBuffer();
		const { width, height } = drawn;
		const hash = await sha256(bytes);
		return {
			picture: { sha256: hash, byte_size: bytes.byteLength, width, height, description: '' },
			bytes
		};
	} finally {
		image.close();
	}
}

interface Prepared {
	picture: Picture;
	bytes: ArrayBuffer;
}

interface Drawn {
	blob: Blob;
	width: number;
	height: number;
}

async function drawToFit(image: ImageBitmap): Promise<Drawn> {
	for (const edge of LONG_EDGES) {
		const canvas = draw(image, edge);
		for (const quality of QUALITIES) {
			const blob = await toJpeg(canvas, quality);
			if (blob.size <= PICTURE_MAX.bytes)
				return { blob, width: canvas.width, height: canvas.height };
		}
	}
	throw new Failure('picture_too_large');
}

function draw(image: ImageBitmap, longEdge: number): HTMLCanvasElement {
	const scale = Math.min(1, longEdge / Math.max(image.width, image.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(image.width * scale));
	canvas.height = Math.max(1, Math.round(image.height * scale));
	const context = canvas.getContext('2d');
	if (!context) throw new Failure('picture_too_large', 'no canvas');
	// What is transparent would turn black.
	context.fillStyle = 'white';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.imageSmoothingQuality = 'high';
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
	return new Promise((resolve, reject) =>
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Failure('picture_too_large', 'no memory'))),
			'image/jpeg',
			quality
		)
	);
}
