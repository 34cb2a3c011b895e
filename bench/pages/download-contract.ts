/** `adaptive` is what ships; `serial` the same with one range at a time; `whole` one request for each file. */
export type DownloadWay = 'adaptive' | 'serial' | 'whole';

export interface ServedFile {
	readonly url: string;
	readonly bytes: number;
	readonly sha256: string;
}

/** What the worker does that fetches. */
export interface DownloadWorker {
	/** Fetches the files, one after another, into an empty store, and returns the milliseconds. */
	fetchAll(files: readonly ServedFile[], way: DownloadWay): Promise<number>;
}
