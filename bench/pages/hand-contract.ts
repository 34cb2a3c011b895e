import type { Subject } from './subject.ts';

/** One of two devices: `quern` passes the starter on, `raw` sends as many bytes over a bare data channel. */
export interface HandSubject extends Subject {
	/** The first code or description. */
	offer(): Promise<string>;
	/** Takes it in and gives the second. */
	answer(code: string): Promise<string>;
	accept(code: string): Promise<void>;
	/** Sends everything; the milliseconds until the other side has said that it has all of it. */
	give(): Promise<number>;
	take(): Promise<void>;
	/** Forgets what was received. */
	clear(): Promise<void>;
}
