import { arrivedFile } from '../../packs/carry/arrived-file.ts';
import { SharedFiles } from '../../storage/shared-files.ts';
import type { FileImport } from './file-import.svelte.ts';

/** What TypeScript's DOM library does not know yet: https://wicg.github.io/web-app-launch/ */
interface LaunchingWindow {
	launchQueue?: {
		setConsumer(
			consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
		): void;
	};
}

/**
 * Takes files that reached the app from outside: opened with Quern in the system's file manager, shared by another
 * app, or dropped into a conversation. All wait for the person to say what to do with them.
 */
export async function takeArrivals(fileImport: FileImport): Promise<void> {
	(window as LaunchingWindow).launchQueue?.setConsumer(({ files = [] }) => {
		const [handle] = files;
		if (handle) void handle.getFile().then((file) => fileImport.offer(file));
	});
	const arrived = arrivedFile.take();
	if (arrived) return fileImport.offer(arrived);
	const shared = new SharedFiles();
	const file = await shared.waiting();
	if (file) fileImport.offer(file, () => shared.clear());
}
