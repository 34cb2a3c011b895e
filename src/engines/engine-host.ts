import type { CallOptions } from '../lib/call-options.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackEngine } from '../packs/manifest.ts';
import type { Delta, GenerateRequest, LoadProgress } from './engine.ts';

/**
 * What goes before the deltas of an answer. `queued`: so many answers are given before it (0: a model is being
 * loaded for someone else). `begun`: the model is there and reads the prompt.
 */
export type HostStep =
	| { readonly type: 'queued'; readonly ahead: number }
	| { readonly type: 'loading'; readonly progress: LoadProgress | undefined }
	| { readonly type: 'begun' }
	| Delta;

/**
 * Holds the one loaded model, for one session or for the sessions of many tabs. What is asked of it is done
 * in the order of asking: a call that names another pack than the loaded one loads that first.
 */
export interface EngineHost {
	/** Loads the pack unless it is loaded. Throws what its engine throws. */
	load(pack: InstalledPack, o?: CallOptions): AsyncIterable<HostStep>;
	/** Answers with the pack, loading it first where it is not. */
	generate(pack: InstalledPack, request: GenerateRequest, o?: CallOptions): AsyncIterable<HostStep>;
	/** Frees the device, for all who use it. Throws `busy` while something is being done. */
	unload(o?: CallOptions): Promise<void>;
	/** Finds out who holds a model now, where that may be another tab. */
	look?(): Promise<void>;
}

/** What a host tells of itself to whoever shows it. */
export interface HostState {
	/** The loaded pack, or the one being loaded. */
	readonly pack:
		{ readonly id: string; readonly name: string; readonly engine: PackEngine } | undefined;
	readonly work: 'idle' | 'loading' | 'answering';
	/** Tabs that use it, the one that holds it among them. */
	readonly tabs: number;
}

/** Whether both are the same installation, with as much room for a conversation. */
export function isSamePack(a: InstalledPack, b: InstalledPack | undefined): boolean {
	return (
		a.manifest.id === b?.manifest.id &&
		a.engine === b.engine &&
		a.installedAt === b.installedAt &&
		a.manifest.contextWindow === b.manifest.contextWindow
	);
}
