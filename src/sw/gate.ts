import { isSafeAddress } from '../lib/safe-address.ts';
import { beyondGate, gateHeader, type GateOutcome } from '../lib/through-gate.ts';
import { purposeOf } from '../packs/gate/purpose-of.ts';
import type { PackHosts } from '../packs/hub/pack-hosts.ts';
import type { PendingInstallationRepository } from '../packs/pending-installation-repository.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Permits } from '../storage/permits.ts';
import type { LedgerEntry, Purpose } from '../storage/records/ledger-entry.ts';
import { countedBody, type BodyEnd } from './counted-body.ts';
import type { Outside } from './outside.ts';

export interface GateDependencies {
	readonly pending: Pick<PendingInstallationRepository, 'list'>;
	readonly permits: Pick<Permits, 'list'>;
	readonly hosts: () => Promise<PackHosts>;
	readonly ledger: Pick<Ledger, 'add' | 'settle'>;
	readonly outside: Pick<Outside, 'ask'>;
	/** Absolute URL of the app's folder. */
	readonly baseUrl: string;
}

/** What of a request decides whether it is let out. */
export type GateRequest = Pick<
	Request,
	'url' | 'method' | 'mode' | 'destination' | 'headers' | 'signal'
>;

/** Milliseconds between two looks whether who asked is still there. */
const LOOK_INTERVAL = 1000;

/** What an answer from outside may bring along. */
const PASSED_HEADERS = [
	'Content-Length',
	'Content-Range',
	'Content-Type',
	'ETag',
	'Link',
	'Retry-After',
];

/**
 * The one way to another host than the app's own. It lets a request out if it is needed for what the person has asked
 * for, tells the other host nothing but the range that is wanted, and writes all of them into the ledger.
 */
export class Gate {
	readonly #dependencies: GateDependencies;
	/** Requests whose answers are not through yet, by the gate's address. */
	readonly #underWay = new Map<string, AbortController>();

	constructor(dependencies: GateDependencies) {
		this.#dependencies = dependencies;
	}

	/**
	 * Answers a request for a gate's address. `ended` resolves when the answer's last byte has gone through. Until then it
	 * looks now and then whether who asked is still there, because nobody tells.
	 */
	async answer(
		request: GateRequest,
		isAskerThere: () => Promise<boolean> = async () => true,
	): Promise<{ response: Response; ended: Promise<void> }> {
		const url = beyondGate(new URL(request.url), this.#dependencies.baseUrl);
		if (!url) return refusal('no address');
		const purpose = isPlain(request) ? await this.#purposeOf(url) : undefined;
		const entry = entryOf(url, purpose);
		// What cannot be written down does not go out: this rejects, and so does the page's request.
		const key = await this.#dependencies.ledger.add(entry);
		if (!purpose) return refusal('nothing that was asked for needs it');
		return this.#letOut(url, request, isAskerThere, key, entry);
	}

	/** Whoever asked for this gate's address wants no answer any more. */
	giveUp(address: string): void {
		this.#underWay.get(address)?.abort();
	}

	async #purposeOf(url: URL): Promise<Purpose | undefined> {
		if (!isSafeAddress(url)) return undefined;
		const { pending, permits, hosts } = this.#dependencies;
		const [installations, permitted, known] = await Promise.all([
			pending.list(),
			permits.list(),
			hosts(),
		]);
		return purposeOf(url, { pending: installations.items, permits: permitted, hosts: known });
	}

	async #letOut(
		url: URL,
		request: GateRequest,
		isAskerThere: () => Promise<boolean>,
		key: number,
		entry: LedgerEntry,
	) {
		const { ledger, outside } = this.#dependencies;
		const { signal, release } = this.#interest(request, isAskerThere);
		const settle = async (end: Partial<LedgerEntry> & Pick<LedgerEntry, 'outcome'>) => {
			release();
			const outcome = signal.aborted ? 'stopped' : end.outcome;
			await ledger.settle(key, { ...entry, ...end, outcome });
		};
		const range = request.headers.get('Range');
		const { outcome, answer, requests } = await outside.ask(url, range, signal);
		if (!answer) {
			await settle({ outcome: 'failed', requests });
			return stopped(outcome, `${url.host} gave no answer`);
		}
		const finalHost = new URL(answer.url).host;
		const source = { status: answer.status, ...(finalHost !== url.host && { finalHost }) };
		let end = (_: BodyEnd) => {};
		const ended = new Promise<BodyEnd>((resolve) => (end = resolve)).then(({ how, bytes }) =>
			settle({ outcome: how, requests, bytes, ...source }),
		);
		const body = countedBody(answer.body, end);
		return { response: passOn(answer, body, finalHost), ended };
	}

	/** Ends when who asked gives up, or is gone. A worker that was ended cancels nothing, so it is looked after. */
	#interest(request: GateRequest, isAskerThere: () => Promise<boolean>) {
		const controller = new AbortController();
		const abort = () => controller.abort();
		const looking = setInterval(async () => {
			if (!(await isAskerThere())) abort();
		}, LOOK_INTERVAL);
		request.signal.addEventListener('abort', abort);
		this.#underWay.set(request.url, controller);
		const release = () => {
			clearInterval(looking);
			request.signal.removeEventListener('abort', abort);
			this.#underWay.delete(request.url);
		};
		return { signal: controller.signal, release };
	}
}

/** What `fetch` in a page or a worker sends. As a document, a script or a picture no answer of another host is let in. */
function isPlain({ method, mode, destination }: GateRequest): boolean {
	return method === 'GET' && mode !== 'navigate' && destination === '';
}

function entryOf({ host, pathname }: URL, purpose: Purpose | undefined): LedgerEntry {
	return {
		at: Date.now(),
		host: host.slice(0, 500),
		path: pathname.slice(0, 500),
		purpose: purpose ?? { kind: 'none' },
		outcome: purpose ? 'open' : 'refused',
		requests: purpose ? 1 : 0,
		bytes: 0,
	};
}

function passOn(answer: Response, body: ReadableStream | null, finalHost: string): Response {
	const headers = new Headers({
		[gateHeader.outcome]: 'passed' satisfies GateOutcome,
		[gateHeader.finalHost]: finalHost,
		'X-Content-Type-Options': 'nosniff',
	});
	for (const name of PASSED_HEADERS) {
		const value = answer.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	return new Response(body, { status: answer.status, headers });
}

function refusal(why: string) {
	return stopped('refused', why);
}

function stopped(outcome: GateOutcome, why: string) {
	const status = outcome === 'refused' ? 403 : 502;
	const headers = { [gateHeader.outcome]: outcome, 'Content-Type': 'text/plain' };
	return { response: new Response(why, { status, headers }), ended: Promise.resolve() };
}
