/** What the browser hands over when a person has chosen, dropped or pasted files. */
export function handedOver(...files: readonly File[]): DataTransfer {
	const transfer = new DataTransfer();
	for (const file of files) transfer.items.add(file);
	return transfer;
}

/** Chooses a file in the picker that is on the page. */
export function choose(file: File): void {
	const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
	picker.files = handedOver(file).files;
	picker.dispatchEvent(new Event('change', { bubbles: true }));
}
