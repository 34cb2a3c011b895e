import type { CallOptions } from '../../../lib/call-options.ts';
import { serve, type Port } from '../../../lib/rpc.ts';
import { starterPack } from '../../../packs/catalogue/index.ts';
import type { InstalledPack } from '../../../packs/installed-pack.ts';
import {
	EngineSession,
	type SessionDelta,
	type SessionStatus,
} from '../../engine-session.svelte.ts';
import { ScriptedEngine } from '../../scripted/engine.ts';
import { SharedHost } from '../shared-host.ts';

/** What one tab of the test does, each in a worker of its own: ending that is what a crash is to a tab. */
export interface Tab {
	/** Takes part under this name. */
	open(name: string): Promise<void>;
	/** Says the question's own words, one for each that is allowed. */
	ask(question: string, contextWindow: number, o?: CallOptions): AsyncIterable<SessionDelta>;
	load(o?: CallOptions): Promise<void>;
	unload(o?: CallOptions): Promise<void>;
	look(o?: CallOptions): Promise<void>;
	/** Allows the engine of this tab so many more words. */
	allow(words: number): Promise<void>;
	see(): Promise<View>;
	suspend(): Promise<void>;
	resume(): Promise<void>;
	/** Does nothing any more, for ever. */
	hang(): Promise<void>;
}

export interface View {
	readonly status: SessionStatus;
	readonly ahead: number;
	readonly holder: 'this-tab' | 'other-tab' | undefined;
	readonly work: string;
	readonly tabs: number;
	/** Models that the engines of this tab have loaded, and words that they have said. */
	readonly loads: number;
	readonly words: number;
	readonly isLoaded: boolean;
}

let allowed = 0;
let wake = () => {};
let loads = 0;
let words = 0;
let isLoaded = false;
let session: EngineSession;
let suspension: { suspend: () => void; resume: () => void };

class CountedEngine extends ScriptedEngine {
	override load(...args: Parameters<ScriptedEngine['load']>) {
		loads++;
		isLoaded = true;
		return super.load(...args);
	}

	override async unload(): Promise<void> {
		isLoaded = false;
		await super.unload();
	}
}

const engine = new CountedEngine({
	answer: ({ messages }) => messages.at(-1)!.content,
	async beat() {
		while (allowed === 0) await new Promise<void>((resolve) => (wake = resolve));
		allowed--;
		words++;
	},
});
const load = async () => engine;

const packWith = (contextWindow: number): InstalledPack => ({
	manifest: { ...starterPack, contextWindow },
	engine: 'wllama',
	installedAt: 0,
});

serve<Tab>(self as unknown as Port, {
	async open(name) {
		const options = {
			name,
			pulse: 50,
			suspension: (told: typeof suspension) => void (suspension = told),
		};
		session = new EngineSession({
			host: async (use) =>
				new SharedHost({ 'web-llm': load, wllama: load, transformers: load }, use, options),
			pause: async () => {},
		});
	},
	async *ask(question, contextWindow, { signal } = {}) {
		await session.select(packWith(contextWindow));
		yield* session.generate({ messages: [{ role: 'user', content: question }] }, { signal });
	},
	load: () => session.load(packWith(4096)),
	unload: () => session.unload(),
	look: () => session.look(),
	async allow(more) {
		allowed += more;
		wake();
	},
	async see() {
		const { status, ahead, use } = session;
		const { holder, work, tabs } = use;
		return { status, ahead, holder, work, tabs, loads, words, isLoaded };
	},
	suspend: async () => suspension.suspend(),
	resume: async () => suspension.resume(),
	async hang() {
		for (;;);
	},
});
