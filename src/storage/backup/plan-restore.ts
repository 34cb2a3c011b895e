import { backupStores, type BackupStore } from './backup-stores.ts';
import { mergeRecords } from './merge-records.ts';
import type { Entry } from './write-content.ts';

export interface RestoreWish {
	/** `merge` adds to what is here; `replace` removes first what a backup would hold. */
	readonly mode: 'merge' | 'replace';
	/** Whether programs that the backup trusts are trusted here from now on. */
	readonly withTrust: boolean;
}

/** How many records of one store a restore touches. */
export interface StoreChange {
	readonly added: number;
	/** Take the place of an older one. */
	readonly changed: number;
	/** Are kept beside a different one. */
	readonly copied: number;
	/** Stay as they are here, because they are newer or the same. */
	readonly kept: number;
	/** Newer here than in the backup. */
	readonly newerHere: number;
	/** Go, because the backup does not have them. */
	readonly removed: number;
}

export interface StorePlan {
	readonly change: StoreChange;
	readonly puts: readonly Entry[];
	readonly removes: readonly IDBValidKey[];
}

const keyText = (key: IDBValidKey) => JSON.stringify(key);

/** Decides what a restore does to one store, from what it holds and what the backup holds of it. */
export function planStore(
	store: BackupStore,
	here: readonly Entry[],
	there: readonly Entry[],
	{ mode, withTrust }: RestoreWish,
): StorePlan {
	const merging = backupStores[store];
	if (merging === 'trust' && !withTrust) return nothing(0);
	if (mode === 'merge' && merging === 'own' && here.length > 0) return nothing(there.length);
	return mode === 'merge' ? mergeStore(store, here, there) : replaceStore(here, there);
}

function mergeStore(
	store: BackupStore,
	here: readonly Entry[],
	there: readonly Entry[],
): StorePlan {
	const byKey = new Map(here.map((entry) => [keyText(entry.key), entry]));
	const change = { added: 0, changed: 0, copied: 0, kept: 0, newerHere: 0, removed: 0 };
	const puts: Entry[] = [];
	for (const entry of there) {
		const old = byKey.get(keyText(entry.key));
		if (!old) {
			change.added++;
			puts.push(entry);
			continue;
		}
		const merged = mergeRecords(backupStores[store], old, entry);
		if (merged.outcome === 'changed') {
			change.changed++;
			puts.push({ key: entry.key, value: merged.value });
		} else if (merged.outcome === 'copied' && !byKey.has(keyText(merged.entry.key))) {
			change.copied++;
			puts.push(merged.entry);
		} else {
			change.kept++;
			if (merged.outcome === 'kept') change.newerHere++;
		}
	}
	return { change, puts, removes: [] };
}

function replaceStore(here: readonly Entry[], there: readonly Entry[]): StorePlan {
	const old = new Map(here.map((entry) => [keyText(entry.key), entry]));
	const wanted = new Set(there.map(({ key }) => keyText(key)));
	const removes = here.filter(({ key }) => !wanted.has(keyText(key))).map(({ key }) => key);
	let [added, newerHere, kept] = [0, 0, 0];
	for (const entry of there) {
		const before = old.get(keyText(entry.key));
		if (!before) added++;
		else if (mergeRecords('absent', before, entry).outcome === 'same') kept++;
		else if (mergeRecords('newest', before, entry).outcome === 'kept') newerHere++;
	}
	const changed = there.length - added - kept;
	const change = { added, changed, copied: 0, kept, newerHere, removed: removes.length };
	return { change, puts: there, removes };
}

function nothing(kept: number): StorePlan {
	const change = { added: 0, changed: 0, copied: 0, kept, newerHere: 0, removed: 0 };
	return { change, puts: [], removes: [] };
}
