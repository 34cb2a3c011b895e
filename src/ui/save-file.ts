/** What TypeScript's DOM library does not know yet. */
interface SavePicker {
	showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

/**
 * Asks the person where to save a file, from within a press of a button. Undefined where the browser has no
 * such dialogue: then `download` hands the file over at the end. Throws an AbortError if they change their mind.
 */
export async function chooseTarget(name: string): Promise<FileSystemFileHandle | undefined> {
	return (window as SavePicker).showSaveFilePicker?.({ suggestedName: name });
}

/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	// The browser has taken hold of the Blob by then.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
