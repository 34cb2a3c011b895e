import type { HostState } from './engine-host.ts';

/** Which tab holds a loaded model, which model that is, and who uses it: to be shown. */
export class EngineUse {
	#holder = $state.raw<'this-tab' | 'other-tab'>();
	#state = $state.raw<HostState>();

	/** The tab whose memory it takes; undefined where no model is loaded. */
	get holder(): 'this-tab' | 'other-tab' | undefined {
		return this.#state?.pack && this.#holder;
	}

	/** The loaded model, or the one being loaded. */
	get pack(): HostState['pack'] {
		return this.#state?.pack;
	}

	get work(): HostState['work'] {
		return this.#state?.work ?? 'idle';
	}

	/** Tabs that use it, the holder among them. */
	get tabs(): number {
		return this.#state?.tabs ?? 0;
	}

	/** For the host, which alone knows. */
	show(holder: 'this-tab' | 'other-tab' | undefined, state?: HostState): void {
		this.#holder = holder;
		this.#state = state;
	}
}
