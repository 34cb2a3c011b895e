import { locale } from '../../i18n/locale.svelte.ts';
import { copyText } from '../copy-text.ts';
import { chooseTarget, download } from '../save-file.ts';
import { toasts } from '../toasts.svelte.ts';

/** Copies what a block holds and says so. */
export async function copyBlock(text: string): Promise<void> {
	const { actions } = locale.messages;
	const isCopied = await copyText(text);
	toasts.show({ text: isCopied ? actions.copied : actions.copyFailed });
}

/** Saves what a block holds under a name that the person may change, where the browser asks. */
export async function saveBlock(file: Blob, name: string): Promise<void> {
	const { reading } = locale.messages;
	try {
		const target = await chooseTarget(name);
		if (!target) return download(file, name);
		const stream = await target.createWritable();
		await stream.write(file);
		await stream.close();
		toasts.show({ text: reading.saved({ name: target.name }) });
	} catch (error) {
		// The person has changed their mind.
		if (error instanceof DOMException && error.name === 'AbortError') return;
		toasts.show({ text: reading.saveFailed });
	}
}
