/** A file that one page was given and another page is for. Each is taken once; the newest holds. */
class ArrivedFile {
	#file: File | undefined;

	give(file: File): void {
		this.#file = file;
	}

	take(): File | undefined {
		const file = this.#file;
		this.#file = undefined;
		return file;
	}
}

/** The one of the page. In memory, for a model of gigabytes is not copied to change places. */
export const arrivedFile = new ArrivedFile();
