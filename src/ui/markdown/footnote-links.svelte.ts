import { createContext, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';

/**
 * The notes of one text, and the places that refer to them. An address with `#` would lead to another page of the
 * app, and two texts on a page may have notes of the same name: so the ways there and back are kept here.
 */
export class FootnoteLinks {
	/** Begins the ids of this text's notes, as no other text's. */
	readonly #prefix: string;
	readonly #notes = new SvelteMap<string, HTMLElement>();
	readonly #references = new SvelteMap<string, HTMLElement>();
	#followed: HTMLElement | undefined;

	constructor(prefix: string) {
		this.#prefix = prefix;
	}

	idOf(label: string): string {
		return `${this.#prefix}-note-${label}`;
	}

	hasNote(label: string): boolean {
		return this.#notes.has(label);
	}

	hasReference(label: string): boolean {
		return this.#references.has(label);
	}

	/** Marks an element as the note of this name; the first of a name counts. */
	note(label: string): Attachment<HTMLElement> {
		return (element) => register(this.#notes, label, element);
	}

	/** Marks an element as a reference to the note of this name. */
	reference(label: string): Attachment<HTMLElement> {
		return (element) => register(this.#references, label, element);
	}

	/** Goes from a reference to its note. */
	follow(label: string, from: HTMLElement): void {
		this.#followed = from;
		go(this.#notes.get(label));
	}

	/** Goes from a note to the reference that led there, or else to the first one. */
	back(label: string): void {
		const isHere = this.#followed?.isConnected && this.#followed.dataset['note'] === label;
		go(isHere ? this.#followed : this.#references.get(label));
	}
}

function register(all: Map<string, HTMLElement>, label: string, element: HTMLElement) {
	return untrack(() => {
		if (all.has(label)) return undefined;
		all.set(label, element);
		return () => void all.delete(label);
	});
}

function go(target: HTMLElement | undefined): void {
	target?.scrollIntoView({ block: 'nearest' });
	target?.focus({ preventScroll: true });
}

export const [getFootnoteLinks, setFootnoteLinks] = createContext<FootnoteLinks>();
