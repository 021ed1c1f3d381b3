import { createHash } from 'node:crypto';

/** The namespace of every seeded id; any fixed UUID does, as long as it never changes. */
const SEED_NAMESPACE = '5b0c9d0e-7d0a-4f0e-9c53-3b6a1f2d8e41';

/**
 * A name-based UUID, version 5 (RFC 9562, section 5.5): the same namespace and name always give the same id.
 *
 * @param namespace a UUID in its usual 36 characters
 * @param name any text, taken as UTF-8
 */
export function uuidV5(namespace: string, name: string): string {
	const bytes = createHash('sha1')
		.update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
		.update(name)
		.digest()
		.subarray(0, 16);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The id of a seeded row, such as `seedId('locality', 'South East')`. Loading twice makes no row twice. */
export function seedId(kind: string, name: string): string {
	return uuidV5(SEED_NAMESPACE, `${kind}:${name}`);
}
