import type { Fault, FaultServer } from '../../fixtures/fault-server.mjs';

/** What the page tells the fault server, and asks of it. */
export class FaultControl {
	constructor(readonly url: string) {}

	/** Serves pseudo-random bytes at a path. */
	serve(path: string, bytes: number, seed: number) {
		return this.#post<{ bytes: number; sha256: string }>('.serve', { path, bytes, seed });
	}

	script(path: string, faults: readonly Fault[]) {
		return this.#post('.script', { path, faults });
	}

	outage(part: string, lasts: boolean) {
		return this.#post('.outage', { part, lasts });
	}

	heal(part: string) {
		return this.#post('.heal', { part });
	}

	forget(part: string) {
		return this.#post('.forget', { part });
	}

	requests(part: string) {
		return this.#post<FaultServer['requests']>('.requests', { part });
	}

	#post<T>(path: string, body: object): Promise<T> {
		return faultServer(path, body) as Promise<T>;
	}
}

declare global {
	/** The way to the server that the driver lays: past the browser's network, which the schedules are played on. */
	var faultServer: (path: string, body: object) => Promise<unknown>;
}
