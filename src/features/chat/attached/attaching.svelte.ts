import { arrivedFile } from '../../../packs/carry/arrived-file.ts';
import type { TextFile } from './message-files.ts';
import { isModelFile, readTextFile, type Refusal } from './read-file.ts';

/** As many files as a message can have. */
export const MAX_FILES = 8;

/** A file that does not go along, and why. */
export interface Refused {
	readonly name: string;
	readonly why: Refusal | 'too-many';
}

interface Holder {
	files: readonly TextFile[];
}

/** What becomes of the files that a person chooses, pastes or drops into a conversation. */
export class Attaching {
	readonly #holder: Holder;
	#refused = $state.raw<readonly Refused[]>([]);

	constructor(holder: Holder) {
		this.#holder = holder;
	}

	/** Of the last files that were given. */
	get refused(): readonly Refused[] {
		return this.#refused;
	}

	/** Text files join the message; a model file goes to the models' page. Never throws. */
	async take(files: readonly File[]): Promise<void> {
		this.#refused = [];
		const model = files.find(isModelFile);
		if (model) {
			arrivedFile.give(model);
			location.hash = '#/models';
		}
		for (const file of files) if (!isModelFile(file)) await this.#add(file);
	}

	remove(index: number): void {
		this.#holder.files = this.#holder.files.filter((_, at) => at !== index);
	}

	/** The person has read why. */
	dismiss(): void {
		this.#refused = [];
	}

	async #add(file: File): Promise<void> {
		const read = await readTextFile(file);
		const why =
			typeof read === 'string'
				? read
				: this.#holder.files.length >= MAX_FILES
					? 'too-many'
					: undefined;
		if (why) this.#refused = [...this.#refused, { name: file.name, why }];
		else this.#holder.files = [...this.#holder.files, read as TextFile];
	}
}
