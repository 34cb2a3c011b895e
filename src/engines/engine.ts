import type { CallOptions } from '../lib/call-options.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';

export type EngineId = 'web-llm' | 'wllama' | 'transformers' | 'scripted';

/** Why an engine cannot run here, or how it would. */
export type Support =
	| { readonly ok: true; readonly detail: Readonly<Record<string, string | number | boolean>> }
	| { readonly ok: false; readonly reason: UnsupportedReason };

/** `no-library`: nobody compiled this model's shape for the GPU; `no-files`: the pack has none for any engine. */
export type UnsupportedReason =
	'no-webgpu' | 'no-adapter' | 'limits' | 'no-wasm' | 'no-library' | 'no-files';

/**
 * `fraction` goes from 0 to 1 over the whole load; `stage` names what is being done. `compare`: both the processor
 * and the GPU are tried out, the first time that a model is loaded on this device.
 */
export interface LoadProgress {
	readonly stage: 'read' | 'compile' | 'compare' | 'ready';
	readonly fraction: number;
}

export interface Message {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
}

export interface GenerateRequest {
	/** Oldest first. The last one is the person's, or an answer that ended early: then it is gone on with, word by word. */
	readonly messages: readonly Message[];
	/** Tokens of answer at most. Without it, until the model ends or the context window is full. */
	readonly maxTokens?: number | undefined;
	/** 0 is greedy: always the likeliest token. */
	readonly temperature?: number | undefined;
	readonly topP?: number | undefined;
	/** Divides the scores of tokens that were written before, so that the answer does not go in circles: 1 is off. */
	readonly repetitionPenalty?: number | undefined;
	/** With a temperature above 0: the same seed, prompt and device give the same answer. */
	readonly seed?: number | undefined;
	/** Texts that end the answer; they are not part of it. */
	readonly stop?: readonly string[] | undefined;
	/** Tokens of prompt that are read at most, where that is less than the context window leaves. */
	readonly room?: number | undefined;
}

/**
 * One step of an answer. `trimmed` comes first, if at all: that many of the oldest turns (a person's
 * message with its answer) did not fit the context window and were left out. `end` comes last.
 */
export type Delta =
	| { readonly type: 'trimmed'; readonly turns: number }
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'end'; readonly reason: 'stop' | 'length'; readonly usage: Usage };

export interface Usage {
	/** The whole prompt: the messages that were not left out, and what the template puts around them. */
	readonly promptTokens: number;
	/** Those of them that were read now: the beginning that the KV cache still held was not. */
	readonly prefilledTokens: number;
	readonly completionTokens: number;
	/** Tokens per second, as the engine measured them: of the prompt, those that were read now. */
	readonly prefillPerSecond: number;
	readonly decodePerSecond: number;
}

/**
 * Runs models. Optional members are the capabilities; there are no flags beside them. One engine holds
 * one pack at a time and runs one call at a time: a second throws `busy`. Aborting a generation ends it
 * with `aborted` after the token in work; the engine can be used again at once.
 */
export interface Engine {
	readonly id: EngineId;
	/** Whether it can run on this device, found out without loading anything heavy. */
	support(): Promise<Support>;
	/** Loads an installed pack, unloading another. Throws `unsupported`, `out-of-memory`, `corrupt`, `device-lost`. */
	load(pack: InstalledPack, o?: CallOptions): AsyncIterable<LoadProgress>;
	unload(): Promise<void>;
	/** Throws `device-lost` or `out-of-memory` when the device gave way: load again, then repeat. */
	readonly generate?: (request: GenerateRequest, o?: CallOptions) => AsyncIterable<Delta>;
	/**
	 * Turns each text into a vector of length 1, in the texts' order: the nearer two meanings, the nearer
	 * their product is to 1. Of a text longer than the model's window only the beginning counts.
	 */
	readonly embed?: (texts: readonly string[], o?: CallOptions) => Promise<Float32Array[]>;
}
