import type { LedgerEntry, Purpose } from '../../storage/records/ledger-entry.ts';

const COLUMNS = [
	'at',
	'host',
	'path',
	'purpose',
	'outcome',
	'requests',
	'bytes',
	'status',
	'finalHost',
];

/** The ledger as a table of tab-separated lines, in every language the same: times in UTC, names as they are stored. */
export function ledgerText(entries: readonly LedgerEntry[]): string {
	const rows = entries.map((entry) =>
		[
			new Date(entry.at).toISOString(),
			entry.host,
			entry.path,
			purposeText(entry.purpose),
			entry.outcome,
			entry.requests,
			entry.bytes,
			entry.status ?? '',
			entry.finalHost ?? '',
		]
			.map((cell) => String(cell).replace(/[\t\r\n]/g, ' '))
			.join('\t'),
	);
	return [COLUMNS.join('\t'), ...rows, ''].join('\n');
}

function purposeText(purpose: Purpose): string {
	if (purpose.kind === 'file') return `file ${purpose.pack}: ${purpose.file}`;
	return purpose.kind === 'repository' ? `repository ${purpose.repository}` : 'none';
}
