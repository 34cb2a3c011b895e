import type { LedgerEntry } from '../../storage/records/ledger-entry.ts';

/** Requests in a row that differ in nothing but their time and their bytes: a large file takes hundreds. */
export interface LedgerLine {
	/** The newest of them. */
	readonly entry: LedgerEntry;
	readonly requests: number;
	/** Received by all of them. */
	readonly bytes: number;
}

export interface LedgerDay {
	/** The day's newest moment, milliseconds since the epoch. */
	readonly at: number;
	readonly lines: readonly LedgerLine[];
}

/** Entries, newest first, by the days of this device's clock. */
export function daysOf(entries: readonly LedgerEntry[]): LedgerDay[] {
	const days: { at: number; lines: LedgerLine[] }[] = [];
	for (const entry of entries) {
		let day = days.at(-1);
		if (!day || !isSameDay(day.at, entry.at)) {
			day = { at: entry.at, lines: [] };
			days.push(day);
		}
		const before = day.lines.at(-1);
		const line = { entry, requests: entry.requests, bytes: entry.bytes };
		if (before && isAlike(before.entry, entry)) {
			day.lines[day.lines.length - 1] = {
				entry: before.entry,
				requests: before.requests + line.requests,
				bytes: before.bytes + line.bytes,
			};
		} else day.lines.push(line);
	}
	return days;
}

function isSameDay(a: number, b: number): boolean {
	return new Date(a).toDateString() === new Date(b).toDateString();
}

function isAlike(a: LedgerEntry, b: LedgerEntry): boolean {
	const key = ({ host, path, purpose, outcome, status, finalHost }: LedgerEntry) =>
		JSON.stringify([host, path, purpose, outcome, status, finalHost]);
	return key(a) === key(b);
}
