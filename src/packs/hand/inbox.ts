import { AppError } from '../../lib/errors.ts';
import { WINDOW } from './wire.ts';

/** A sender that heeds the window never fills it; texts have room besides. */
const LIMIT = WINDOW + 2 * 1024 * 1024;

/** Messages that have arrived and wait to be read. Whoever sends more than was asked for ends the line. */
export class Inbox {
	#messages: (string | ArrayBuffer)[] = [];
	#bytes = 0;
	#end: AppError | undefined;
	#wake = () => {};

	/** Takes a message in. False if there is no room: the other side does not keep to the window. */
	push(message: string | ArrayBuffer): boolean {
		this.#bytes += sizeOf(message);
		if (this.#bytes > LIMIT) {
			this.#messages = [];
			this.end(new AppError('invalid-input', 'a flood', { data: { reason: 'not-the-protocol' } }));
			return false;
		}
		this.#messages.push(message);
		this.#wake();
		return true;
	}

	/** No message comes any more; those that are here can still be read. */
	end(error: AppError): void {
		this.#end ??= error;
		this.#wake();
	}

	poll(): string | ArrayBuffer | undefined {
		const message = this.#messages.shift();
		if (message !== undefined) this.#bytes -= sizeOf(message);
		return message;
	}

	/** The next message. One reader at a time. */
	async next(): Promise<string | ArrayBuffer> {
		for (;;) {
			const message = this.poll();
			if (message !== undefined) return message;
			if (this.#end) throw this.#end;
			await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}

function sizeOf(message: string | ArrayBuffer): number {
	return typeof message === 'string' ? 2 * message.length : message.byteLength;
}
