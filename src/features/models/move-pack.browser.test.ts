import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../lib/errors.ts';
import { starterPack } from '../../packs/catalogue/index.ts';
import type { MoveProgress, PackPlace } from '../../packs/pack-mover.ts';
import MovePack from './MovePack.svelte';
import { PackMove } from './pack-move.svelte.ts';

const pack = { manifest: starterPack, engine: 'wllama', installedAt: 0 } as const;

/** A library whose pack lies where the test says, and whose move the test leads to its end. */
function scripted(place: PackPlace | undefined) {
	const end = Promise.withResolvers<void>();
	const packs = {
		placeOf: vi.fn(async () => place),
		async *move(): AsyncGenerator<MoveProgress> {
			yield { bytesDone: 1, bytesTotal: 4 };
			await end.promise;
		},
	};
	render(MovePack, { move: new PackMove(packs, pack) });
	return { packs, end };
}

const place = { from: 'indexed-db', to: 'opfs', isFaster: true } as const;
const button = () => page.getByRole('button', { name: 'Move to the faster store' });

test('a pack that has one place only shows nothing', async () => {
	const { packs } = scripted(undefined);
	await vi.waitFor(() => expect(packs.placeOf).toHaveResolved());
	await expect.element(button()).not.toBeInTheDocument();
	await expect.element(page.getByText('Kept in')).not.toBeInTheDocument();
});

test('a pack that would be faster elsewhere says where it is, and moves with progress', async () => {
	const { packs, end } = scripted(place);
	await expect.element(page.getByText('The browser’s database')).toBeVisible();
	await button().click();
	await expect.element(page.getByText('Moving the model')).toBeVisible();
	packs.placeOf.mockResolvedValue({ from: 'opfs', to: 'indexed-db', isFaster: false });
	end.resolve();
	await expect.element(page.getByText('The browser’s private files')).toBeVisible();
	await expect.element(button()).not.toBeInTheDocument();
	// Back again is for the person to choose.
	await expect
		.element(page.getByRole('button', { name: 'Move to: The browser’s database' }))
		.toBeVisible();
});

test('a move that fails says why, and can be tried again', async () => {
	const { end } = scripted(place);
	await button().click();
	end.reject(new AppError('quota-exceeded', 'full'));
	await expect.element(page.getByRole('alert')).toBeVisible();
	await expect.element(button()).toBeVisible();
});
