import type { CallOptions } from '../../lib/call-options.ts';
import { delay } from '../../lib/delay.ts';
import { AppError } from '../../lib/errors.ts';
import { heldLocks, holdLock, stealLock, tryLock, whenReleased } from '../../lib/web-lock.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { EngineHost, HostState, HostStep } from '../engine-host.ts';
import type { EngineUse } from '../engine-use.svelte.ts';
import type { GenerateRequest } from '../engine.ts';
import type { Engines } from '../index.ts';
import { LocalHost, type LoadMark } from '../local-host.ts';
import { orAborted } from '../until-aborted.ts';
import { Guests } from './guests.ts';
import { onSuspension } from './on-suspension.ts';
import { hostLock, MAX_SILENCES, NAME, tabLock, type TabMessage } from './protocol.ts';
import { RemoteHost } from './remote-host.ts';

interface Options {
	/** Of the channel and the locks. Tabs that use another name know nothing of this one. */
	readonly name?: string;
	/** Milliseconds between two questions to a tab that is waited for. */
	readonly pulse?: number;
	readonly suspension?: typeof onSuspension;
	readonly mark?: LoadMark | undefined;
}

/**
 * One loaded model for all tabs. The first tab that needs it holds it, under a Web Lock; the others send their
 * calls there. When that tab ends, is frozen, or gives no sign of life, their calls fail with `device-lost` and
 * `tab-ended`, and the next call finds or makes another host.
 */
export class SharedHost implements EngineHost {
	readonly #use: EngineUse;
	readonly #name: string;
	readonly #pulse: number;
	readonly #onSuspension: typeof onSuspension;
	readonly #tab = crypto.randomUUID();
	readonly #local: LocalHost;
	readonly #guests: Guests;
	#channel: BroadcastChannel | undefined;
	#joining: Promise<unknown> | undefined;
	#finding: Promise<EngineHost> | undefined;
	/** Gives the host's place up, where this tab has it. */
	#resign: (() => void) | undefined;
	#remote: RemoteHost | undefined;
	/** Woken when a host has made itself known. */
	#found = () => {};

	constructor(
		engines: Engines,
		use: EngineUse,
		{ name = NAME, pulse = 1000, suspension = onSuspension, mark }: Options = {},
	) {
		this.#use = use;
		this.#name = name;
		this.#pulse = pulse;
		this.#onSuspension = suspension;
		this.#local = new LocalHost(engines, { onchange: () => this.#announce(), mark });
		this.#guests = new Guests({
			host: this.#local,
			reply: (to, link, data) => this.#post({ kind: 'reply', from: this.#tab, to, link, data }),
			lockOf: (tab) => tabLock(name, tab),
			onchange: () => this.#announce(),
		});
	}

	async *load(pack: InstalledPack, o: CallOptions = {}): AsyncGenerator<HostStep> {
		yield* (await this.#find(o)).load(pack, o);
	}

	async *generate(
		pack: InstalledPack,
		request: GenerateRequest,
		o: CallOptions = {},
	): AsyncGenerator<HostStep> {
		yield* (await this.#find(o)).generate(pack, request, o);
	}

	async unload(o: CallOptions = {}): Promise<void> {
		await this.#local.unload();
		if (await this.#isHosted()) await (await this.#find(o)).unload(o);
	}

	async look(): Promise<void> {
		this.#open();
		if (await this.#isHosted()) this.#ask();
	}

	/** Lets another tab take this one's place: it is about to be frozen, or is being left. */
	leave(): void {
		this.#guests.dismiss();
		this.#post({ kind: 'left', from: this.#tab });
		this.#drop();
		this.#resign?.();
		this.#resign = undefined;
	}

	/** This tab goes on after it was frozen. What it holds is the shared model again, or is let go. */
	async #return(): Promise<void> {
		if (this.#local.state.pack) await this.#find({});
	}

	#find(o: CallOptions): Promise<EngineHost> {
		this.#finding ??= this.#search().finally(() => (this.#finding = undefined));
		return orAborted(this.#finding, o.signal);
	}

	async #search(): Promise<EngineHost> {
		await this.#join();
		for (let silences = 0; ; silences++) {
			if (this.#resign || (await this.#tryToHost(silences))) return this.#local;
			// What was known of it may be old: a host that holds the lock answers.
			const found = new Promise<void>((resolve) => (this.#found = resolve));
			if (!this.#remote) {
				this.#ask();
				await Promise.race([found, delay(this.#pulse)]);
			}
			if (!this.#remote) continue;
			void this.#local.retire();
			return this.#remote;
		}
	}

	/** Takes part: listens, and holds the lock by which others see that this tab lives. */
	async #join(): Promise<void> {
		this.#open();
		this.#joining ??= holdLock(tabLock(this.#name, this.#tab));
		await this.#joining;
	}

	#open(): void {
		if (this.#channel) return;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => this.#receive(data);
		this.#onSuspension({
			suspend: () => this.leave(),
			resume: () => void this.#return(),
		});
	}

	async #tryToHost(silences: number): Promise<boolean> {
		const lock = hostLock(this.#name);
		const onstolen = () => this.#yield();
		const resign =
			silences < MAX_SILENCES ? await tryLock(lock, onstolen) : await stealLock(lock, onstolen);
		if (!resign) return false;
		this.#resign = resign;
		this.#drop();
		this.#announce();
		return true;
	}

	/** Another tab held this one for dead, and has taken its place. */
	#yield(): void {
		this.#resign = undefined;
		this.leave();
		void this.#local.retire();
	}

	#receive(message: TabMessage): void {
		const { from } = message;
		switch (message.kind) {
			case 'who':
				return this.#announce();
			case 'host':
				return this.#meet(from, message.state);
			case 'left':
				if (from === this.#remote?.tab) this.#drop();
				return this.#guests.leave(from);
			case 'call':
				if (message.to !== this.#tab || !this.#resign) return;
				return this.#guests.deliver(from, message.link, message.data);
			case 'reply':
				if (message.to === this.#tab) this.#remote?.deliver(message.link, message.data);
		}
	}

	/** Another tab says that it is the host. */
	#meet(tab: string, state: HostState): void {
		if (this.#resign) return;
		if (tab !== this.#remote?.tab) {
			this.#drop();
			this.#follow(tab);
		}
		this.#remote?.hear();
		this.#use.show('other-tab', state);
		this.#found();
	}

	#follow(tab: string): void {
		const remote = new RemoteHost({
			tab,
			send: (link, data) => this.#post({ kind: 'call', from: this.#tab, to: tab, link, data }),
			ask: () => this.#ask(),
			onsilent: () => this.#drop(remote),
			pulse: this.#pulse,
		});
		this.#remote = remote;
		void whenReleased(tabLock(this.#name, tab)).then(() => this.#drop(remote));
	}

	/** The other tab holds the model no longer, as far as can be told. */
	#drop(remote = this.#remote): void {
		if (!remote || remote !== this.#remote) return;
		this.#remote = undefined;
		this.#use.show(undefined);
		const data = { reason: 'tab-ended' } as const;
		remote.fail(new AppError('device-lost', `tab ${remote.tab} holds the model no more`, { data }));
	}

	async #isHosted(): Promise<boolean> {
		return (await heldLocks()).has(hostLock(this.#name));
	}

	#ask(): void {
		this.#post({ kind: 'who', from: this.#tab });
	}

	#announce(): void {
		if (!this.#resign) return;
		const state = { ...this.#local.state, tabs: this.#guests.count + 1 };
		this.#use.show('this-tab', state);
		this.#post({ kind: 'host', from: this.#tab, state });
	}

	#post(message: TabMessage): void {
		this.#channel?.postMessage(message);
	}
}
