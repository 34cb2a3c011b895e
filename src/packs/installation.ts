import type { AppError } from '../lib/errors.ts';
import type { SourceName } from './download/source.ts';
import { bytesOf, fileSetFor, type PackEngine, type PackManifest } from './manifest.ts';

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
	/** Who serves the files. Only with `running`, once something has come. */
	readonly source?: SourceName;
	/** Why it failed, or waits for the connection. */
	readonly error?: AppError;
}

/** An installation of which `bytesDone` are stored and nothing is under way. */
export function pausedInstallation(
	manifest: PackManifest,
	engine: PackEngine,
	bytesDone: number,
): Installation {
	const bytesTotal = bytesOf(fileSetFor(manifest, engine));
	return { manifest, engine, state: 'paused', bytesDone, bytesTotal, bytesPerSecond: 0 };
}
