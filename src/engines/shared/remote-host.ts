import type { CallOptions } from '../../lib/call-options.ts';
import type { AppError } from '../../lib/errors.ts';
import { connect, type Connection } from '../../lib/rpc.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { EngineHost, HostStep } from '../engine-host.ts';
import type { GenerateRequest } from '../engine.ts';
import { untilAborted } from '../until-aborted.ts';
import type { GuestContract } from './guests.ts';
import { MAX_SILENCES } from './protocol.ts';
import { TabPort } from './tab-port.ts';

interface Options {
	/** The tab that holds the model. */
	readonly tab: string;
	readonly send: (link: string, data: unknown) => void;
	/** Asks whether the tab is still there. */
	readonly ask: () => void;
	/** The tab has not answered that for a long time. */
	readonly onsilent: () => void;
	/** Milliseconds between two questions. */
	readonly pulse: number;
}

/** The model that another tab holds. */
export class RemoteHost implements EngineHost {
	readonly #options: Options;
	readonly #link = crypto.randomUUID();
	readonly #port: TabPort;
	readonly #connection: Connection<GuestContract>;
	#calls = 0;
	#silences = 0;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(options: Options) {
		this.#options = options;
		this.#port = new TabPort((data) => options.send(this.#link, data));
		this.#connection = connect<GuestContract>(this.#port);
	}

	get tab(): string {
		return this.#options.tab;
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<HostStep> {
		return this.#during(this.#connection.remote.load(pack, withSignal(o)), o);
	}

	generate(
		pack: InstalledPack,
		request: GenerateRequest,
		o: CallOptions = {},
	): AsyncIterable<HostStep> {
		return this.#during(this.#connection.remote.generate(pack, request, withSignal(o)), o);
	}

	async unload(o: CallOptions = {}): Promise<void> {
		await this.#connection.remote.unload(withSignal(o));
	}

	/** Hands on what the tab has sent. */
	deliver(link: string, data: unknown): void {
		if (link !== this.#link) return;
		this.hear();
		this.#port.deliver(data);
	}

	/** The tab has given a sign of life. */
	hear(): void {
		this.#silences = 0;
	}

	/** Ends every call, and those to come, with `error`. */
	fail(error: AppError): void {
		clearInterval(this.#timer);
		this.#connection.fail(error);
	}

	async *#during(
		steps: AsyncIterable<HostStep>,
		{ signal }: CallOptions,
	): AsyncGenerator<HostStep> {
		if (this.#calls++ === 0) this.#listen();
		try {
			yield* untilAborted(steps, signal);
		} finally {
			if (--this.#calls === 0) clearInterval(this.#timer);
		}
	}

	#listen(): void {
		this.#silences = 0;
		this.#timer = setInterval(() => {
			if (this.#silences++ === MAX_SILENCES) this.#options.onsilent();
			else this.#options.ask();
		}, this.#options.pulse);
	}
}

/** The other side knows the last argument for options by its `signal`. */
function withSignal({ signal }: CallOptions): CallOptions {
	return { signal };
}
