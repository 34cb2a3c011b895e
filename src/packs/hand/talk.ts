import { encodeMessage, MessageReader, notTheProtocol, type Message } from './messages.ts';
import type { MessageOf } from './messages.ts';
import type { Wire } from './wire.ts';

/** Messages, and bytes between them, over a wire. Every method throws as the wire does. */
export class Talk {
	readonly #wire: Wire;
	readonly #reader = new MessageReader();

	constructor(wire: Wire) {
		this.#wire = wire;
	}

	async say(message: Message): Promise<void> {
		for (const piece of encodeMessage(message)) await this.#wire.send(piece);
	}

	/** The next message or bytes. Throws `invalid-input` (`not-the-protocol`) for what is neither. */
	async hear(): Promise<Message | ArrayBuffer> {
		for (;;) {
			const heard = this.#understand(await this.#wire.receive());
			if (heard) return heard;
		}
	}

	/** The same, if it is there already. */
	poll(): Message | ArrayBuffer | undefined {
		for (let piece = this.#wire.poll(); piece !== undefined; piece = this.#wire.poll()) {
			const heard = this.#understand(piece);
			if (heard) return heard;
		}
		return undefined;
	}

	/** The next message, which must be of this type. */
	async expect<T extends Message['type']>(type: T): Promise<MessageOf<T>> {
		const heard = await this.hear();
		if (heard instanceof ArrayBuffer || heard.type !== type) throw notTheProtocol(`no ${type}`);
		return heard as MessageOf<T>;
	}

	#understand(piece: string | ArrayBuffer): Message | ArrayBuffer | undefined {
		return typeof piece === 'string' ? this.#reader.take(piece) : piece;
	}
}
