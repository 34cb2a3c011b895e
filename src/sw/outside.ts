import type { GateOutcome } from '../lib/through-gate.ts';

/** What became of a question to another host. */
export interface OutsideAnswer {
	readonly outcome: Exclude<GateOutcome, 'refused'>;
	/** With `passed`. */
	readonly answer?: Response;
	/** Requests that went out for it: more than one where it was to be found out why there was no answer. */
	readonly requests: number;
}

/** Fetches from other hosts, and finds out why there is no answer. */
export class Outside {
	/** Origins that have let this app read an answer: where they give none later, it is the line. */
	readonly #readable = new Set<string>();
	/** Origins that whoever serves the service worker's script forbids by its policy. */
	readonly #forbidden = new Set<string>();

	/** The browser reports that a policy has blocked a request to this address. */
	blocked(address: string): void {
		this.#forbidden.add(new URL(address).origin);
	}

	/** Asks another host, telling it nothing but the range that is wanted. Never throws. */
	async ask(url: URL, range: string | null, signal: AbortSignal): Promise<OutsideAnswer> {
		const first = await this.#ask(url, range, signal);
		if (first) return { outcome: 'passed', answer: first, requests: 1 };
		if (this.#forbidden.has(url.origin)) return { outcome: 'closed', requests: 0 };
		if (this.#readable.has(url.origin) || signal.aborted || !navigator.onLine) {
			return { outcome: 'unreachable', requests: 1 };
		}
		// Browsers do not say whether a host was silent or only gave no leave to read its answer.
		if (!(await isThere(url, signal))) return { outcome: 'unreachable', requests: 2 };
		// The line may have failed for a moment, and have come back for this question only.
		const second = await this.#ask(url, range, signal);
		if (second) return { outcome: 'passed', answer: second, requests: 3 };
		return { outcome: 'unreadable', requests: 3 };
	}

	async #ask(url: URL, range: string | null, signal: AbortSignal): Promise<Response | undefined> {
		try {
			const answer = await fetch(url, {
				headers: range ? { Range: range } : {},
				mode: 'cors',
				credentials: 'omit',
				referrerPolicy: 'no-referrer',
				cache: 'no-store',
				redirect: 'follow',
				signal,
			});
			this.#readable.add(url.origin);
			return answer;
		} catch {
			// A policy that blocks a request is reported as an event, which comes after.
			await new Promise((resolve) => setTimeout(resolve));
			return undefined;
		}
	}
}

/** Whether anything answers, as an opaque request sees it: it needs no leave, and may read nothing. */
async function isThere(url: URL, signal: AbortSignal): Promise<boolean> {
	try {
		await fetch(url, {
			method: 'HEAD',
			mode: 'no-cors',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			signal,
		});
		return true;
	} catch {
		return false;
	}
}
