import type { TextFile } from './message-files.ts';

/** Longer than what any model here reads at once, by far. */
export const MAX_BYTES = 256 * 1024;

/** Why a file cannot go along with a message. */
export type Refusal = 'too-large' | 'picture' | 'document' | 'not-text' | 'unreadable';

const DOCUMENT = /\.(pdf|docx?|odt|rtf|epub|pptx?|odp|xlsx?|ods|pages|key|numbers)$/i;
const PICTURE = /\.(png|jpe?g|gif|webp|avif|heic|bmp|tiff?)$/i;
const MODEL = /\.(gguf|quern)$/i;

/** Whether a file is a model, by its name: the models' page takes it. */
export const isModelFile = ({ name }: File) => MODEL.test(name);

/** The text of a file: UTF-8, or UTF-16 with its mark. Whatever is no text is refused, and never guessed at. */
export async function readTextFile(file: File): Promise<TextFile | Refusal> {
	if (PICTURE.test(file.name)) return 'picture';
	if (file.type.startsWith('image/') && file.type !== 'image/svg+xml') return 'picture';
	if (DOCUMENT.test(file.name)) return 'document';
	if (file.size > MAX_BYTES) return 'too-large';
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return 'unreadable';
	}
	const text = decode(bytes);
	return text === undefined ? 'not-text' : { name: file.name, text };
}

function decode(bytes: Uint8Array): string | undefined {
	try {
		const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
		// No text has these; a file of another kind that happens to be UTF-8 does.
		return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text.replaceAll('\r\n', '\n');
	} catch {
		return undefined;
	}
}

function encodingOf([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return 'utf-8';
}
