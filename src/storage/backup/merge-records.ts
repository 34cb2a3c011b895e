import type { Merging } from './backup-stores.ts';
import type { Entry } from './write-content.ts';

/** What becomes of a record from a backup whose key is here already. */
export type Merged =
	| { readonly outcome: 'same' | 'kept' }
	/** It takes the place of the one here. */
	| { readonly outcome: 'changed'; readonly value: unknown }
	/** Both stay: this one under another id. */
	| { readonly outcome: 'copied'; readonly entry: Entry };

/** Decides between two records with the same key. Pure, for a transaction does not wait. */
export function mergeRecords(merging: Merging, here: Entry, there: Entry): Merged {
	const [hereText, thereText] = [canonical(here.value), canonical(there.value)];
	if (hereText === thereText) return { outcome: 'same' };
	if (merging === 'both') {
		const [older, newer] = [textOf(here.value), textOf(there.value)];
		// One of them was written on: the longer text has all of the shorter.
		if (older.startsWith(newer)) return { outcome: 'kept' };
		if (newer.startsWith(older)) return { outcome: 'changed', value: there.value };
		return copy(there, fingerprint(thereText));
	}
	if (merging !== 'newest') return { outcome: 'kept' };
	const [changedHere, changedThere] = [changedAt(here.value), changedAt(there.value)];
	if (changedHere === undefined || changedThere === undefined) {
		return copy(there, fingerprint(thereText));
	}
	return changedThere > changedHere
		? { outcome: 'changed', value: there.value }
		: { outcome: 'kept' };
}

/** Without an id of its own, as a draft, a record cannot be there twice: the one here holds. */
function copy({ key, value }: Entry, mark: string): Merged {
	if (field(value, 'id') !== key) return { outcome: 'kept' };
	const id = `${String(key)}~${mark}`;
	return { outcome: 'copied', entry: { key: id, value: { ...(value as object), id } } };
}

function changedAt(value: unknown): number | undefined {
	const moment = field(value, 'updatedAt');
	return typeof moment === 'number' ? moment : undefined;
}

function textOf(value: unknown): string {
	const content = field(value, 'content');
	return typeof content === 'string' ? content : '';
}

function field(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
}

/** The same text for the same record, in whatever order its fields came. Bytes count by length and kind. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, item: unknown) => {
		if (item instanceof Blob) return `blob ${item.size} ${item.type}`;
		if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) return `bytes ${item.byteLength}`;
		if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
		return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/** Ten letters or so for a text, always the same, so that restoring twice copies once. Against chance, not malice. */
function fingerprint(text: string): string {
	let [a, b] = [0x811c9dc5, 0x01000193];
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		a = Math.imul(a ^ code, 0x01000193);
		b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
	}
	return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
