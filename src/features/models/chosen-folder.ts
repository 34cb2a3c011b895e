import type { Folder } from '../../packs/carry/folder.ts';

/** A folder as an `<input webkitdirectory>` gives it: each path begins with the folder's name. */
export function chosenFolder(list: FileList): Folder | undefined {
	const files = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
	const name = files[0]?.path.split('/')[0];
	if (name === undefined) return undefined;
	return {
		name,
		files: files.map(({ file, path }) => ({ file, path: path.split('/').slice(1).join('/') })),
	};
}
