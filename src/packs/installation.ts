import type { AppError } from '../lib/errors.ts';
import type { PackEngine, PackManifest } from './manifest.ts';

/** An installation as a person sees it. */
export interface Installation {
	readonly manifest: PackManifest;
	readonly engine: PackEngine;
	/**
	 * `waiting` goes on by itself: once the connection is back, or once another tab, which installs the
	 * same pack, is done. `paused` and `failed` go on by `resume()`; what was fetched is kept.
	 */
	readonly state: 'running' | 'waiting' | 'paused' | 'failed';
	/** Why it waits. Only with `waiting`. */
	readonly waitingFor?: 'connection' | 'other-tab';
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly bytesPerSecond: number;
	readonly secondsLeft?: number;
	/** Why it failed. Only with `failed`. */
	readonly error?: AppError;
}
