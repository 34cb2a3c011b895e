import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { Ledger } from '../../storage/ledger.ts';
import type { LedgerEntry } from '../../storage/records/ledger-entry.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import type { Services } from '../feature.ts';
import LedgerPage from './LedgerPage.svelte';

const t = en.ledger;

const entry = (change: Partial<LedgerEntry> = {}): LedgerEntry => ({
	at: Date.now(),
	host: 'hub.example',
	path: '/people/ada/resolve/main/a.bin',
	purpose: { kind: 'file', pack: 'Ada', file: 'a.bin' },
	outcome: 'done',
	requests: 1,
	bytes: 4_000_000,
	status: 206,
	...change,
});

async function open(...entries: LedgerEntry[]) {
	const ledger = new Ledger(freshDatabase());
	for (const each of entries) await ledger.add(each);
	const services = { ledger } as Services;
	return render(LedgerPage, { services, path: [] });
}

test('without an entry it says that nothing has left', async () => {
	const page = await open();
	await expect.element(page.getByText(t.empty)).toBeVisible();
});

test('what was not let out stands there too, and names that turn the text are kept apart', async () => {
	const page = await open(
		entry(),
		entry(),
		entry({
			host: 'elsewhere.example',
			purpose: { kind: 'none' },
			outcome: 'refused',
			requests: 0,
			bytes: 0,
		}),
	);
	await expect.element(page.getByText(t.forNothing)).toBeVisible();
	await expect.element(page.getByText(`${t.outcomes.refused} · `)).toBeVisible();
	await expect.element(page.getByText('2 requests · 8 MB')).toBeVisible();
	await page.getByRole('combobox', { name: t.site }).selectOptions('hub.example');
	await expect.element(page.getByText(t.forNothing)).not.toBeInTheDocument();
});

test('a long list comes in portions', async () => {
	const entries = Array.from({ length: 130 }, (_, i) => entry({ path: `/${i}` }));
	const page = await open(...entries);
	await expect.element(page.getByText('/129', { exact: true })).toBeVisible();
	expect(page.getByRole('listitem').elements()).toHaveLength(100);
	await page.getByRole('button', { name: t.older }).click();
	await expect.element(page.getByText('/0', { exact: true })).toBeVisible();
	await expect.element(page.getByRole('button', { name: t.older })).not.toBeInTheDocument();
});
