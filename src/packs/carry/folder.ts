import { AppError } from '../../lib/errors.ts';

/** A file of a folder that the person gave; `path` is relative to the folder, with slashes. */
export interface FolderFile {
	readonly path: string;
	readonly file: File;
}

export interface Folder {
	readonly name: string;
	readonly files: readonly FolderFile[];
}

/** The files of the folder's part that holds a file called `marker`: the one nearest to the top. */
export function partWith({ files }: Folder, marker: string): FolderParts | undefined {
	const found = files
		.filter(({ path }) => path === marker || path.endsWith(`/${marker}`))
		.toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)[0];
	if (!found) return undefined;
	const prefix = found.path.slice(0, -marker.length);
	const inside = files.filter(({ path }) => path.startsWith(prefix));
	return new FolderParts(
		new Map(inside.map(({ path, file }) => [path.slice(prefix.length), file])),
	);
}

/** Files by their path below one place. */
export class FolderParts {
	readonly #files: ReadonlyMap<string, File>;

	constructor(files: ReadonlyMap<string, File>) {
		this.#files = files;
	}

	get paths(): string[] {
		return [...this.#files.keys()];
	}

	find(path: string): File | undefined {
		return this.#files.get(path);
	}

	/** Throws `unsupported` with `missing-part` where the folder has no such file. */
	need(path: string): File {
		const file = this.#files.get(path);
		if (file) return file;
		throw new AppError('unsupported', `the folder lacks ${path}`, {
			data: { reason: 'missing-part', part: path },
		});
	}
}
