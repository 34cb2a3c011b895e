import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../lib/errors.ts';
import { starterPack } from '../../packs/catalogue/index.ts';
import type { BetterShelf, MoveProgress } from '../../packs/pack-mover.ts';
import MovePack from './MovePack.svelte';
import { PackMove } from './pack-move.svelte.ts';

const pack = { manifest: starterPack, engine: 'wllama', installedAt: 0 } as const;

/** A library whose pack lies where the test says, and whose move the test leads to its end. */
function scripted(better: BetterShelf | undefined) {
	const end = Promise.withResolvers<void>();
	const packs = {
		betterShelf: vi.fn(async () => better),
		async *move(): AsyncGenerator<MoveProgress> {
			yield { bytesDone: 1, bytesTotal: 4 };
			await end.promise;
		},
	};
	render(MovePack, { move: new PackMove(packs, pack) });
	return { packs, end };
}

const better = { from: 'indexed-db', to: 'opfs' } as const;
const button = () => page.getByRole('button', { name: 'Move to the faster store' });

test('a pack that is where it should be shows nothing', async () => {
	const { packs } = scripted(undefined);
	await vi.waitFor(() => expect(packs.betterShelf).toHaveResolved());
	await expect.element(button()).not.toBeInTheDocument();
	await expect.element(page.getByText('Kept in')).not.toBeInTheDocument();
});

test('a pack that would be faster elsewhere says where it is, and moves with progress', async () => {
	const { end } = scripted(better);
	await expect.element(page.getByText('The browser’s database')).toBeVisible();
	await button().click();
	await expect.element(page.getByText('Moving to the faster store')).toBeVisible();
	end.resolve();
	await expect.element(page.getByText('Kept in')).not.toBeInTheDocument();
	await expect.element(button()).not.toBeInTheDocument();
});

test('a move that fails says why, and can be tried again', async () => {
	const { end } = scripted(better);
	await button().click();
	end.reject(new AppError('quota-exceeded', 'full'));
	await expect.element(page.getByRole('alert')).toBeVisible();
	await expect.element(button()).toBeVisible();
});
