import { toAppError, type AppError } from '../../lib/errors.ts';
import { stayAwake } from '../../lib/stay-awake.ts';
import type { Peer } from '../../packs/hand/peer.ts';
import type { HandProgress } from '../../packs/hand/send-pack.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';

/** Where the passing on of a model stands. */
export type HandOutStep =
	| { readonly at: 'idle' | 'preparing' | 'connecting' | 'taken' | 'declined' }
	/** The first code is shown, and the second is waited for. */
	| { readonly at: 'codes'; readonly code: string; readonly error?: AppError }
	/** Connected: what both screens show. */
	| { readonly at: 'passing'; readonly number: string; readonly progress?: HandProgress }
	| { readonly at: 'failed'; readonly error: AppError };

/** Passes an installed model on to a device near, and then to the next. */
export class HandOut {
	readonly #packs: PackLibrary;
	#step = $state.raw<HandOutStep>({ at: 'idle' });
	#pack = $state.raw<InstalledPack>();
	#peer: Peer | undefined;
	#running: AbortController | undefined;

	constructor(packs: PackLibrary) {
		this.#packs = packs;
	}

	get step(): HandOutStep {
		return this.#step;
	}

	/** The model that is passed on. */
	get pack(): InstalledPack | undefined {
		return this.#pack;
	}

	/** Makes the first code. What was under way before is stopped. */
	async begin(pack: InstalledPack): Promise<void> {
		this.stop();
		this.#pack = pack;
		this.#step = { at: 'preparing' };
		const { signal } = (this.#running = new AbortController());
		try {
			const { Peer } = await import('../../packs/hand/peer.ts');
			const peer = await Peer.offer();
			if (signal.aborted) return peer.close();
			this.#peer = peer;
			this.#step = { at: 'codes', code: peer.code };
		} catch (thrown) {
			this.#fail(thrown, signal);
		}
	}

	/** Takes in the second code; a wrong one leaves everything as it was. */
	async take(code: string): Promise<void> {
		const [peer, step, signal] = [this.#peer, this.#step, this.#running?.signal];
		if (!peer || !signal || step.at !== 'codes') return;
		try {
			await peer.accept(code);
		} catch (thrown) {
			if (!signal.aborted) this.#step = { ...step, error: toAppError(thrown) };
			return;
		}
		this.#step = { at: 'connecting' };
		await this.#passOn(peer, signal);
	}

	/** Ends it wherever it stands. What the other device has of it stays there. */
	stop(): void {
		this.#running?.abort();
		this.#peer?.close();
		this.#peer = undefined;
		this.#step = { at: 'idle' };
	}

	async #passOn(peer: Peer, signal: AbortSignal): Promise<void> {
		const sleep = stayAwake();
		try {
			const { wire, number } = await peer.connect({ signal });
			this.#step = { at: 'passing', number };
			const { manifest, engine } = this.#pack!;
			const steps = this.#packs.passOn(manifest.id, engine, wire, { signal });
			let next = await steps.next();
			for (; !next.done; next = await steps.next()) {
				if (signal.aborted) return;
				this.#step = { at: 'passing', number, progress: next.value };
			}
			this.#step = { at: next.value };
		} catch (thrown) {
			this.#fail(thrown, signal);
		} finally {
			sleep();
			peer.close();
		}
	}

	#fail(thrown: unknown, signal: AbortSignal): void {
		if (!signal.aborted) this.#step = { at: 'failed', error: toAppError(thrown) };
	}
}

const all = new WeakMap<PackLibrary, HandOut>();

/** The one of the app: it goes on while the person looks at another place. */
export function handOutOf(packs: PackLibrary): HandOut {
	const handOut = all.get(packs) ?? new HandOut(packs);
	all.set(packs, handOut);
	return handOut;
}
