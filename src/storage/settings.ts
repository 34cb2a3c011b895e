import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { parseBaseAddress } from '../lib/base-address.ts';
import { Parameters } from './records/parameters.ts';

const BaseAddress = v.pipe(
	v.string(),
	v.check((text) => parseBaseAddress(text) === text),
);

/** Every setting with its shape and what holds until the person chooses. */
const schemas = {
	/** BCP 47 tag; null follows the browser. */
	locale: v.fallback(v.nullable(v.string()), null),
	theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
	/** The digits and the calendar that a person reads by; `language` leaves them to the language. */
	digits: v.fallback(v.picklist(['language', 'latn', 'arabext', 'arab']), 'language'),
	calendar: v.fallback(
		v.picklist(['language', 'gregory', 'persian', 'islamic-umalqura']),
		'language',
	),
	/** Enter sends and Shift+Enter makes a new line; otherwise Enter makes it, and Ctrl+Enter sends. */
	enterSends: v.fallback(v.boolean(), true),
	lastConversationId: v.fallback(v.nullable(v.string()), null),
	/** The person has said "later" to the first run's offer. */
	firstRunDismissed: v.fallback(v.boolean(), false),
	/** The person has closed the hint about installing the app. */
	installHintDismissed: v.fallback(v.boolean(), false),
	/** The engine the person insists on; null lets the device decide. */
	engine: v.fallback(v.nullable(v.picklist(['web-llm', 'wllama', 'transformers'])), null),
	/** The pack the person has chosen to answer, and the engine it was installed for. */
	pack: v.fallback(v.nullable(v.strictObject({ id: v.string(), engine: v.string() })), null),
	/** Tokens of room for a conversation, by pack, where the device has not enough memory for all of it. */
	rooms: v.fallback(v.record(v.string(), v.number()), {}),
	/** The model that is being loaded; what is left of it tells that the load ended the page. */
	loading: v.fallback(
		v.nullable(v.strictObject({ id: v.string(), engine: v.string(), load: v.string() })),
		null,
	),
	/** Base address of the model hub. */
	hub: v.fallback(BaseAddress, 'https://huggingface.co/'),
	/** Base addresses of copies of the hub, in the order in which they are asked. */
	mirrors: v.fallback(v.pipe(v.array(BaseAddress), v.maxLength(8)), []),
	/** The model may name conversations after their first answer. */
	modelTitles: v.fallback(v.boolean(), true),
	/** How models answer where neither the conversation nor its assistant says. */
	parameters: v.fallback(Parameters, {}),
	/** What the installed models are ordered by. */
	packOrder: v.fallback(v.picklist(['last-use', 'size']), 'last-use'),
	/** When the last backup was saved, in milliseconds since the epoch, and how many messages there were. */
	lastBackup: v.fallback(
		v.nullable(v.strictObject({ at: v.number(), messages: v.number() })),
		null,
	),
	/** When the person put off the reminder of a backup, in milliseconds since the epoch. */
	backupPutOffAt: v.fallback(v.nullable(v.number()), null),
} as const;

/** Of this device and this moment: a backup does not hold them. */
const momentary: readonly string[] = ['loading', 'lastBackup', 'backupPutOffAt'];

/** Where models come from. A backup changes them only if the person says so. */
const trusting: readonly string[] = ['hub', 'mirrors'];

export type SettingKey = keyof typeof schemas;
export type SettingValue<K extends SettingKey> = v.InferOutput<(typeof schemas)[K]>;

/**
 * What the person has chosen. Values are read once by `load` and then at hand without waiting. Storage
 * that cannot be read means the defaults, storage that cannot be written means until the page closes.
 */
export class Settings {
	readonly #name: string;
	readonly #values = new Map<string, unknown>();
	#store: UseStore | undefined;

	constructor(databaseName = 'quern-settings') {
		this.#name = databaseName;
	}

	/** Reads what is stored, also again; never throws. */
	async load(): Promise<void> {
		try {
			const stored = await entries<string, unknown>(this.#open());
			this.#values.clear();
			for (const [key, value] of stored) this.#values.set(key, value);
		} catch (error) {
			console.warn('Settings cannot be read; the defaults hold.', error);
		}
	}

	get<K extends SettingKey>(key: K): SettingValue<K> {
		return v.parse(schemas[key], this.#values.get(key)) as SettingValue<K>;
	}

	/** The value holds at once. Resolves to whether it was kept for the next time. */
	async set<K extends SettingKey>(key: K, value: SettingValue<K>): Promise<boolean> {
		this.#values.set(key, value);
		try {
			await set(key, value, this.#open());
			return true;
		} catch (error) {
			console.warn(`Setting ${key} could not be kept.`, error);
			return false;
		}
	}

	/** What the person has chosen, as a backup holds it. */
	chosen(): [key: string, value: unknown][] {
		return [...this.#values].filter(([key]) => !momentary.includes(key));
	}

	/**
	 * Takes over what a backup holds: what is not chosen here, or with `replace` all of it and nothing else. Where models
	 * come from is left as it is, unless `withTrust`. Values are checked when they are read, as always.
	 */
	async takeOver(
		stored: readonly (readonly [key: string, value: unknown])[],
		{ replace, withTrust }: { readonly replace: boolean; readonly withTrust: boolean },
	): Promise<void> {
		const isTaken = (key: string) =>
			Object.hasOwn(schemas, key) &&
			!momentary.includes(key) &&
			(withTrust || !trusting.includes(key));
		if (replace) {
			for (const [key] of this.chosen()) if (isTaken(key)) await this.#forget(key);
		}
		for (const [key, value] of stored) {
			if (!isTaken(key) || this.#values.has(key)) continue;
			await this.set(key as SettingKey, value as never);
		}
	}

	async #forget(key: string): Promise<void> {
		this.#values.delete(key);
		await del(key, this.#open()).catch((error: unknown) => {
			console.warn(`Setting ${key} could not be forgotten.`, error);
		});
	}

	#open(): UseStore {
		return (this.#store ??= createStore(this.#name, 'settings'));
	}
}
