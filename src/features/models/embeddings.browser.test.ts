import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { probeDevice } from '../../engines/device.ts';
import { BackendPreference } from '../../engines/transformers/backend-preference.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import en from '../../i18n/locales/en.ts';
import { embeddingPack, starterPack } from '../../packs/catalogue/index.ts';
import { bytesOf, fileSetFor } from '../../packs/manifest.ts';
import { Database } from '../../storage/database.ts';
import type { Backend } from '../../storage/records/backend-measurement.ts';
import ModelsPage from './ModelsPage.svelte';
import { scriptedServices, until } from './testing/scripted-services.ts';

const bytes = bytesOf(fileSetFor(embeddingPack, 'transformers'));
const pack = { manifest: embeddingPack, engine: 'transformers', installedAt: 0 } as const;
const button = (label: string) => page.getByRole('button', { name: label, exact: true });
const text = (label: string) => page.getByText(label, { exact: true });

afterEach(() => void (location.hash = ''));

/** The models' page of someone who has the starter. */
async function open() {
	const scripted = await scriptedServices();
	const { packs } = scripted.services;
	await packs.install(starterPack, 'wllama');
	scripted.installer.say('done');
	await until(() => packs.installed.length === 1);
	location.hash = '#/models';
	render(ModelsPage, { props: { services: scripted.services, path: [] } });
	return scripted;
}

test('the first run offers the starter alone', async () => {
	const { services } = await scriptedServices();
	render(ModelsPage, { props: { services, path: [] } });
	await expect.element(button(en.models.later)).toBeVisible();
	expect(text(en.embeddings.offerTitle).elements()).toEqual([]);
});

test('once it is there, it says what it is for, stays out of the chat and is offered no more', async () => {
	const { services, installer } = await open();
	await button(en.models.get({ bytes })).click();
	installer.say('done');
	await until(() => services.packs.installed.length === 2);
	await expect.element(text(en.embeddings.purpose)).toBeVisible();
	await expect.element(text(en.models.engines.transformers)).toBeVisible();
	expect(text(en.embeddings.offerTitle).elements()).toEqual([]);
	expect(button(en.models.use).elements()).toEqual([]);
	expect(page.getByRole('link', { name: en.models.chat }).elements()).toHaveLength(1);
	expect(location.hash).toBe('#/models');
});

const outcomes: [Backend, number | null, string][] = [
	['wasm', null, en.backends.wasm({ date: 1e12 })],
	['webgpu', 20, en.backends.webgpu({ times: 4.2, date: 1e12 })],
];

test.each(outcomes)('says that %s was found faster here', async (backend, webgpu, words) => {
	const { services, installer } = await open();
	await expect.element(button(en.models.get({ bytes }))).toBeVisible();
	const milliseconds = { wasm: 84, webgpu };
	const preference = new BackendPreference(new Database());
	await preference.keep(pack, await probeDevice(), { measuredAt: 1e12, backend, milliseconds });
	await services.packs.install(embeddingPack, 'transformers');
	installer.say('done');
	await expect.element(text(words)).toBeVisible();
	expect(locale.tag).toBe('en');
});
