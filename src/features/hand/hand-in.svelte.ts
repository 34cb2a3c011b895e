import { gpuAdmission } from '../../engines/choose.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import { stayAwake } from '../../lib/stay-awake.ts';
import type { PackChoice } from '../../packs/carry/pack-file.ts';
import type { Connected, Peer } from '../../packs/hand/peer.ts';
import type { HandProgress } from '../../packs/hand/send-pack.ts';
import type { Services } from '../feature.ts';

/** Where the taking over of a model stands. */
export type HandInStep =
	/** The first code is waited for. */
	| { readonly at: 'first-code'; readonly error?: AppError }
	| { readonly at: 'preparing' }
	/** The second code is shown, and the other device waited for. */
	| { readonly at: 'second-code'; readonly code: string }
	/** The person is asked. `obstacle` is why it cannot be taken. */
	| {
			readonly at: 'offer';
			readonly number: string;
			readonly pack: PackChoice;
			readonly obstacle?: AppError;
	  }
	| { readonly at: 'taking'; readonly pack: PackChoice; readonly progress?: HandProgress }
	| { readonly at: 'taken'; readonly pack: PackChoice }
	| { readonly at: 'failed'; readonly error: AppError };

/** Takes a model over from a device near. */
export class HandIn {
	readonly #services: Services;
	#step = $state.raw<HandInStep>({ at: 'first-code' });
	#peer: Peer | undefined;
	#connected: Connected | undefined;
	#running = new AbortController();

	constructor(services: Services) {
		this.#services = services;
	}

	get step(): HandInStep {
		return this.#step;
	}

	/** Takes in the first code, shows the second and waits for the offer. */
	async take(code: string): Promise<void> {
		this.stop();
		const { signal } = (this.#running = new AbortController());
		this.#step = { at: 'preparing' };
		try {
			const { Peer } = await import('../../packs/hand/peer.ts');
			const peer = await Peer.answer(code);
			if (signal.aborted) return peer.close();
			this.#peer = peer;
			this.#step = { at: 'second-code', code: peer.code };
			void this.#hearOffer(peer, signal);
		} catch (thrown) {
			if (!signal.aborted) this.#step = { at: 'first-code', error: toAppError(thrown) };
		}
	}

	/** The person wants it: the numbers are the same. */
	async accept(): Promise<void> {
		const [connected, step, { signal }] = [this.#connected, this.#step, this.#running];
		if (!connected || step.at !== 'offer' || step.obstacle) return;
		const { pack } = step;
		const { packs, settings } = this.#services;
		this.#step = { at: 'taking', pack };
		const sleep = stayAwake();
		try {
			const request = { ...pack, ...this.#gpu() };
			for await (const progress of packs.takeOver(request, connected.wire, { signal })) {
				this.#step = { at: 'taking', pack, progress };
			}
			const { manifest, engine } = pack;
			if (manifest.tasks.includes('chat')) await settings.set('pack', { id: manifest.id, engine });
			// The last word to the other device is still on its way.
			await connected.wire.closed;
			this.#step = { at: 'taken', pack };
		} catch (thrown) {
			this.#fail(thrown, signal);
		} finally {
			sleep();
		}
	}

	/** The person does not want it, and the other device is told. */
	async decline(): Promise<void> {
		const connected = this.#connected;
		if (!connected || this.#step.at !== 'offer') return;
		const { Talk } = await import('../../packs/hand/talk.ts');
		await new Talk(connected.wire).say({ type: 'decline' }).catch(() => {});
		connected.wire.close();
		this.#connected = undefined;
		this.#peer = undefined;
		this.#step = { at: 'first-code' };
	}

	/** Ends it wherever it stands. What has arrived is kept. */
	stop(): void {
		this.#running.abort();
		this.#connected?.wire.close();
		this.#peer?.close();
		this.#connected = undefined;
		this.#peer = undefined;
		this.#step = { at: 'first-code' };
	}

	async #hearOffer(peer: Peer, signal: AbortSignal): Promise<void> {
		try {
			const [{ Talk }, { admitOffer }] = await Promise.all([
				import('../../packs/hand/talk.ts'),
				import('../../packs/hand/admit-offer.ts'),
			]);
			const connected = await peer.connect({ signal });
			this.#connected = connected;
			const { wire, number } = connected;
			const { manifest, engine } = await new Talk(wire).expect('offer');
			const pack = { manifest, engine };
			const installed = this.#services.packs.installed.map((each) => each.manifest);
			const obstacle = await admitOffer({ ...pack, ...this.#gpu() }, installed).then(
				() => undefined,
				toAppError,
			);
			if (signal.aborted) return;
			this.#step = { at: 'offer', number, pack, ...(obstacle && { obstacle }) };
			await wire.closed;
			// While the person was still asked; whoever reads from the line is told by that.
			if (this.#step.at === 'offer') await wire.receive();
		} catch (thrown) {
			this.#fail(thrown, signal);
		}
	}

	#gpu() {
		const { device } = this.#services.engine;
		return device ? gpuAdmission(device) : { gpuModels: [] };
	}

	#fail(thrown: unknown, signal: AbortSignal): void {
		if (!signal.aborted) this.#step = { at: 'failed', error: toAppError(thrown) };
	}
}

const all = new WeakMap<Services, HandIn>();

/** The one of the app: it goes on while the person looks at another place. */
export function handInOf(services: Services): HandIn {
	const handIn = all.get(services) ?? new HandIn(services);
	all.set(services, handIn);
	return handIn;
}
