import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { bigFile, installPack } from '../../packs/hand/testing/stored-pack.ts';
import { scriptedLibrary } from '../../packs/testing/scripted-library.ts';
import type { Services } from '../feature.ts';
import HandPage from './HandPage.svelte';
import { HandIn } from './hand-in.svelte.ts';

const t = en.hand;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 60_000 });

afterEach(() => void vi.restoreAllMocks());

/** What these pages use of a device's services. */
async function device() {
	const parts = await scriptedLibrary();
	const chosen: unknown[] = [];
	const settings = { set: async (_name: string, value: unknown) => void chosen.push(value) };
	const services = { packs: parts.library, settings, engine: {} } as unknown as Services;
	return { ...parts, services, chosen };
}

/** The page of the device that passes on, with its first code. */
async function passOn() {
	const giver = await device();
	const manifest = await installPack(giver, [await bigFile('a.bin', 3_000_000, 1)]);
	render(HandPage, { props: { services: giver.services, path: ['send', manifest.id, 'wllama'] } });
	await page.getByRole('button', { name: /Made up/ }).click();
	await expect.element(page.getByRole('img', { name: t.qrCode })).toBeVisible();
	await page.getByText(t.codeAsText).click();
	const code = document.querySelector('code')!.textContent;
	return { giver, manifest, code };
}

async function paste(code: string): Promise<void> {
	await page.getByRole('textbox', { name: t.pasteCode }).fill(code);
	await button(t.take).click();
}

test('a wrong code is named; with the right one both show the number, and a no is told', async () => {
	const { code } = await passOn();
	await paste('QUERNNONSENSE');
	const sentence = en.errors['invalid-input']({ reason: 'not-a-code' });
	await expect.element(page.getByText(sentence)).toBeVisible();

	const taker = new HandIn((await device()).services);
	await taker.take(code);
	await until(() => taker.step.at === 'second-code');
	await paste((taker.step as { code: string }).code);
	await until(() => taker.step.at === 'offer');
	const { number } = taker.step as { number: string };
	const shown = page.getByText(`${number.slice(0, 3)} ${number.slice(3)}`);
	await expect.element(shown).toBeVisible();
	await expect.element(page.getByText(t.waitingForYes)).toBeVisible();
	await taker.decline();
	await expect.element(page.getByText(t.declined)).toBeVisible();
});

test('after a yes the model is there, is chosen to answer, and the next device can be served', async () => {
	const { manifest, code } = await passOn();
	const other = await device();
	const taker = new HandIn(other.services);
	await taker.take(code);
	await paste((taker.step as { code: string }).code);
	await until(() => taker.step.at === 'offer');
	await taker.accept();
	expect(taker.step.at).toBe('taken');
	expect(other.library.installed.map((pack) => pack.manifest)).toEqual([manifest]);
	expect(other.chosen).toEqual([{ id: manifest.id, engine: 'wllama' }]);
	await expect.element(page.getByText(t.passedOn({ name: 'Made up' }))).toBeVisible();
	await button(t.passOnAgain).click();
	await expect.element(page.getByRole('img', { name: t.qrCode })).toBeVisible();
});

test('whoever stops while the other is asked leaves nobody waiting', async () => {
	const { code } = await passOn();
	const taker = new HandIn((await device()).services);
	await taker.take(code);
	await paste((taker.step as { code: string }).code);
	await until(() => taker.step.at === 'offer');
	await button(t.stop).click();
	await until(() => taker.step.at === 'failed');
	expect(taker.step).toMatchObject({ error: { code: 'offline', data: { reason: 'peer' } } });
});

test.each([
	['NotAllowedError', t.cameraRefused],
	['NotFoundError', t.cameraMissing],
])('where the camera says %s, the code can be pasted', async (name, sentence) => {
	vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
	render(HandPage, { props: { services: (await device()).services, path: ['receive'] } });
	await button(t.scan).click();
	await expect.element(page.getByText(sentence)).toBeVisible();
	await expect.element(page.getByRole('textbox', { name: t.pasteCode })).toBeVisible();
});
