import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../storage/records/ledger-entry.ts';
import { daysOf } from './days.ts';
import { ledgerText } from './ledger-text.ts';

const noon = new Date(2026, 10, 24, 12).getTime();
const HOUR = 3_600_000;

const entry = (change: Partial<LedgerEntry> = {}): LedgerEntry => ({
	at: noon,
	host: 'hub.example',
	path: '/a/b.bin',
	purpose: { kind: 'file', pack: 'Ada', file: 'b.bin' },
	outcome: 'done',
	requests: 1,
	bytes: 100,
	status: 206,
	...change,
});

test('a large file is one line, its bytes and requests added up', () => {
	const [day, ...others] = daysOf([entry({ at: noon + 2 }), entry({ at: noon + 1 }), entry()]);
	expect(others).toEqual([]);
	expect(day?.at).toBe(noon + 2);
	expect(day?.lines).toEqual([{ entry: entry({ at: noon + 2 }), requests: 3, bytes: 300 }]);
});

test('what differs in more than time and bytes stands apart', () => {
	const entries = [
		entry(),
		entry({ host: 'mirror.example' }),
		entry({ outcome: 'failed' }),
		entry({ status: 200 }),
		entry({ finalHost: 'cdn.example' }),
		entry({ purpose: { kind: 'none' } }),
		entry({ path: '/a/c.bin' }),
		entry(),
	];
	expect(daysOf(entries)[0]?.lines).toHaveLength(entries.length);
});

test('days are those of the clock on the wall', () => {
	const days = daysOf([entry(), entry({ at: noon - 11 * HOUR }), entry({ at: noon - 13 * HOUR })]);
	expect(days.map(({ lines }) => lines.map(({ requests }) => requests))).toEqual([[2], [1]]);
});

test('as text it is one line for each request, whatever a name holds', () => {
	const at = Date.UTC(2026, 10, 24, 12);
	const text = ledgerText([
		entry({ at, purpose: { kind: 'file', pack: 'A\td\na', file: 'b.bin' } }),
		entry({ at, purpose: { kind: 'none' }, outcome: 'refused', requests: 0, bytes: 0 }),
	]);
	expect(text.split('\n')).toEqual([
		'at\thost\tpath\tpurpose\toutcome\trequests\tbytes\tstatus\tfinalHost',
		'2026-11-24T12:00:00.000Z\thub.example\t/a/b.bin\tfile A d a: b.bin\tdone\t1\t100\t206\t',
		'2026-11-24T12:00:00.000Z\thub.example\t/a/b.bin\tnone\trefused\t0\t0\t206\t',
		'',
	]);
});
