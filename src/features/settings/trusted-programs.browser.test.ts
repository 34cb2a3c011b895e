import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { AppError } from '../../lib/errors.ts';
import { starterPack } from '../../packs/catalogue/index.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import type { Services } from '../feature.ts';
import TrustedPrograms from './TrustedPrograms.svelte';

const t = en.bring;
const digest = 'd'.repeat(64);
const library = { path: 'model.wasm', bytes: 1, sha256: digest };
const manifest = {
	...starterPack,
	fileSets: [
		{ engine: 'web-llm', files: [library], library: 'model.wasm', memoryBytes: 1 },
	] as const,
};

/** A device that trusts one library, and a session that has loaded the model which it runs. */
async function open(unload = vi.fn(async () => {})) {
	const trustedLibraries = new TrustedLibraries(freshDatabase());
	await trustedLibraries.trust({ digest, packName: 'Miller', trustedAt: 0 });
	const engine = { pack: { manifest, engine: 'web-llm', installedAt: 0 }, unload };
	const services = { trustedLibraries, engine } as unknown as Services;
	render(TrustedPrograms, { services });
	await expect.element(page.getByText(digest)).toBeVisible();
	return { trustedLibraries, unload };
}

test('trust can be taken back: what runs is unloaded, and nothing is listed any more', async () => {
	const { trustedLibraries, unload } = await open();
	await expect.element(page.getByText('Miller')).toBeVisible();
	await page.getByRole('button', { name: t.takeBack }).click();
	await expect.element(page.getByText(t.trusted)).not.toBeInTheDocument();
	expect(unload).toHaveBeenCalledOnce();
	expect(await trustedLibraries.has(digest)).toBe(false);
});

test('while the model answers, the trust stays and the person reads why', async () => {
	const { trustedLibraries } = await open(
		vi.fn(() => Promise.reject(new AppError('busy', 'generating'))),
	);
	await page.getByRole('button', { name: t.takeBack }).click();
	await expect.element(page.getByText(en.errors.busy({}))).toBeVisible();
	expect(await trustedLibraries.has(digest)).toBe(true);
});
