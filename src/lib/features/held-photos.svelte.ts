/** The pictures of a form: each is made smaller and kept on the device as soon as it is chosen. */
import { preparePicture } from '$lib/device/picture';
import { sentenceFor } from '$lib/errors/sentences';
import type { RecordTable } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

export class HeldPhotos {
	/** How many are being made smaller. */
	preparing = $state(0);
	/** Why the last ones could not be taken, in a sentence. */
	problem = $state('');
	#work: Promise<unknown> = Promise.resolve();

	/**
	 * @param rowId the record that they will belong to: the draft's id, while there is none
	 * @param keepDraft keeps the form as a draft: a picture without one would be found by nobody
	 */
	constructor(
		private readonly store: Store,
		private readonly table: RecordTable,
		private readonly rowId: string,
		private readonly keepDraft: () => Promise<void>
	) {}

	/** Takes chosen files, one after the other: a cheap phone has the memory for one. Resolves with how many it took. */
	add(files: readonly File[]): Promise<number> {
		this.problem = '';
		this.preparing += files.length;
		const taken = this.#work.then(async () => {
			let count = 0;
			for (const file of files) if (await this.#take(file)) count += 1;
			return count;
		});
		this.#work = taken;
		return taken;
	}

	/** Resolves when every chosen picture is on the device. */
	async ready(): Promise<void> {
		await this.#work;
	}

	async #take(file: File): Promise<boolean> {
		try {
			const { picture, bytes } = await preparePicture(file);
			await this.keepDraft();
			await this.store.photos.hold(this.table, this.rowId, picture, bytes);
			return true;
		} catch (error) {
			this.problem = `${file.name}: ${sentenceFor(error)}`;
			return false;
		} finally {
			this.preparing -= 1;
		}
	}
}
