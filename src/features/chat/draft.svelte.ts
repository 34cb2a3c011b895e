import type { DraftRepository } from '../../storage/draft-repository.ts';
import type { Draft as DraftRecord } from '../../storage/records/draft.ts';

/** Milliseconds after the last key until what is written is stored. */
const PAUSE = 400;

/** What is written in the composer and not sent: one text for each conversation, kept until it is sent. */
export class Draft {
	readonly #repository: DraftRepository;
	#id: string;
	#text = $state('');
	/** The first conversation that is opened may be the one that this began with: it is read too. */
	#isRead = false;
	/** Of what is stored, as far as this tab knows. */
	#revision: string | undefined;
	#isDirty = false;
	#theirs = $state.raw<DraftRecord>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> = Promise.resolve();

	/** Under `id` it is kept until another is opened. */
	constructor(repository: DraftRepository, id: string) {
		this.#repository = repository;
		this.#id = id;
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		if (text === this.#text) return;
		this.#text = text;
		this.#isDirty = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE);
	}

	/** What another tab has written here meanwhile, where both have: nothing is stored until one is chosen. */
	get theirs(): string | undefined {
		return this.#theirs?.text;
	}

	/** Stores this draft and shows that of another conversation. Never throws. */
	async open(id: string): Promise<void> {
		await this.flush();
		if (id !== this.#id || !this.#isRead) await this.#read(id);
	}

	/** Stores what is not stored yet. Never throws: what cannot be stored stays in the composer. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		return (this.#saving = this.#saving.then(() => this.#save()));
	}

	/** Another tab has stored a draft: it is shown, unless this tab has written since. Never throws. */
	async hear(id: string): Promise<void> {
		await this.#saving;
		if (id === this.#id && !this.#isDirty) await this.#read(id);
	}

	/** Empties the composer for what is being sent. It stays stored until `sent` or `giveBack`. */
	take(): string {
		clearTimeout(this.#timer);
		const text = this.#text;
		this.#text = '';
		this.#isDirty = false;
		return text;
	}

	/** It could not be sent: it is in the composer again, before what was written meanwhile. */
	giveBack(text: string): void {
		this.text = this.#text ? `${text}\n${this.#text}` : text;
	}

	/** It was sent in the conversation `id`: what is written from now on belongs there. */
	async sent(id: string): Promise<void> {
		const written = this.#text;
		this.#text = '';
		this.#isDirty = true;
		this.#theirs = undefined;
		await this.flush();
		if (id !== this.#id) this.#revision = undefined;
		this.#id = id;
		this.text = written;
	}

	/** Shows what the other tab has written in place of this. */
	takeTheirs(): void {
		if (!this.#theirs) return;
		this.#show(this.#theirs);
	}

	/** Stores this in place of what the other tab has written. */
	async keepMine(): Promise<void> {
		this.#revision = this.#theirs?.revision;
		this.#theirs = undefined;
		await this.flush();
	}

	async #read(id: string): Promise<void> {
		this.#isRead = true;
		const [before, wasDirty] = [this.#text, this.#isDirty];
		const draft = await this.#repository.get(id).catch(() => undefined);
		// What was written meanwhile is newer than what was read, where both belong to the same conversation.
		if (id === this.#id && (wasDirty || this.#text !== before)) return;
		await this.flush();
		this.#id = id;
		this.#show(draft);
	}

	#show(draft: DraftRecord | undefined): void {
		clearTimeout(this.#timer);
		this.#text = draft?.text ?? '';
		this.#revision = draft?.revision;
		this.#isDirty = false;
		this.#theirs = undefined;
	}

	async #save(): Promise<void> {
		if (!this.#isDirty || this.#theirs) return;
		const text = this.#text;
		this.#isDirty = false;
		try {
			const kept = text.trim() ? text : '';
			const outcome = await this.#repository.save(this.#id, kept, this.#revision);
			if ('revision' in outcome) this.#revision = outcome.revision;
			else await this.#meet(outcome.theirs, text);
		} catch {
			this.#isDirty = true;
		}
	}

	/** Another tab has written here too. What is the same, or gone, is no rival. */
	async #meet(theirs: DraftRecord | undefined, text: string): Promise<void> {
		this.#isDirty = theirs?.text !== text;
		if (theirs && this.#isDirty && text) this.#theirs = theirs;
		else this.#revision = theirs?.revision;
		if (!this.#theirs) await this.#save();
	}
}
