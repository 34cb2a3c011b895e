import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { ConversationRepository } from '../../storage/conversation-repository.ts';
import { Settings } from '../../storage/settings.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import type { Services } from '../feature.ts';
import { BackupRestore } from './backup-restore.svelte.ts';
import { BackupSaving } from './backup-saving.svelte.ts';
import RestoreBackup from './RestoreBackup.svelte';
import SaveBackup from './SaveBackup.svelte';

const t = en.backup;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });

let saved: File | undefined;

beforeEach(() => {
	saved = undefined;
	vi.stubGlobal('showSaveFilePicker', undefined);
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
	vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		saved = new File([file as Blob], 'backup');
		return 'blob:none';
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

async function device() {
	const database = freshDatabase();
	const settings = new Settings(`settings-${crypto.randomUUID()}`);
	await settings.load();
	const conversations = new ConversationRepository(database);
	const services = { conversations, settings, engine: { isBusy: false } } as Services;
	return { services, name: database.name };
}

/** Saves a backup of a device by the page, as a person does. */
async function backupOf(
	{ services, name }: Awaited<ReturnType<typeof device>>,
	passphrase: string,
) {
	const view = await render(SaveBackup, { saving: new BackupSaving(services, name) });
	await field(t.passphrase).fill(passphrase);
	await field(t.repeat).fill(passphrase);
	await button(t.write).click();
	await expect.element(page.getByText(t.savedNext)).toBeVisible();
	await view.unmount();
	return saved!;
}

async function choose(file: File): Promise<void> {
	await userEvent.upload(field(t.choose), file);
}

test('a backup under a passphrase is saved, looked at and restored on another device; that can be undone', async () => {
	const from = await device();
	await from.services.conversations.create('پایتخت فرانسه');
	await from.services.settings.set('theme', 'dark');
	const file = await backupOf(from, 'آسیاب دستی خانه');
	expect(from.services.settings.get('lastBackup')).toMatchObject({ messages: 0 });

	const to = await device();
	await render(RestoreBackup, { restore: new BackupRestore(to.services, to.name) });
	await choose(file);
	await field(t.passphrase).fill('آسیاب بادی');
	await button(t.openIt).click();
	await expect
		.element(page.getByText(en.errors['invalid-input']({ reason: 'wrong-passphrase' })))
		.toBeVisible();
	await field(t.passphrase).fill('آسیاب دستی خانه');
	await button(t.openIt).click();
	await expect.element(page.getByText(t.added({ count: 1 }))).toBeVisible();
	expect((await to.services.conversations.list()).items).toEqual([]);

	await button(t.begin).click();
	await expect.element(page.getByText(t.restored)).toBeVisible();
	const { items } = await to.services.conversations.list();
	expect(items.map(({ title }) => title)).toEqual(['پایتخت فرانسه']);
	expect(to.services.settings.get('theme')).toBe('dark');

	await button(en.actions.undo).click();
	await expect.element(page.getByText(t.undone)).toBeVisible();
	expect((await to.services.conversations.list()).items).toEqual([]);
	expect(to.services.settings.get('theme')).toBe('system');
});

test('two passphrases that differ are not used', async () => {
	const { services, name } = await device();
	await render(SaveBackup, { saving: new BackupSaving(services, name) });
	await field(t.passphrase).fill('one');
	await field(t.repeat).fill('two');
	await button(t.write).click();
	await expect.element(page.getByText(t.different)).toBeVisible();
	expect(saved).toBeUndefined();
});

test('replacing says what is lost, and another file than a backup what it is not', async () => {
	const from = await device();
	await from.services.conversations.create('There');
	const file = await backupOf(from, 'x');
	const to = await device();
	await to.services.conversations.create('Here');
	await render(RestoreBackup, { restore: new BackupRestore(to.services, to.name) });
	await choose(new File(['{}'], 'chats.json'));
	await expect
		.element(page.getByText(en.errors['invalid-input']({ reason: 'not-a-backup' })))
		.toBeVisible();
	await choose(file);
	await field(t.passphrase).fill('x');
	await button(t.openIt).click();
	await page.getByRole('radio', { name: t.replace }).click();
	await expect.element(page.getByText(t.removed({ count: 1 }))).toBeVisible();
	await button(t.beginReplace).click();
	await expect.element(page.getByText(t.restored)).toBeVisible();
	const { items } = await to.services.conversations.list();
	expect(items.map(({ title }) => title)).toEqual(['There']);
});
