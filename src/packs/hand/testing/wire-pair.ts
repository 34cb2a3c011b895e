import { Inbox } from '../inbox.ts';
import { lostPeer } from '../port-wire.ts';
import type { Wire } from '../wire.ts';

/** One end of a line in memory that a test can cut, and that counts the bytes sent. */
export class TestWire implements Wire {
	readonly inbox = new Inbox();
	other: TestWire | undefined;
	/** Bytes of binary messages. */
	sent = 0;
	/** After so many the line breaks. */
	breaksAfter = Infinity;

	async send(message: string | Uint8Array<ArrayBuffer>): Promise<void> {
		if (!this.other) throw lostPeer();
		if (typeof message !== 'string') this.sent += message.length;
		if (this.sent > this.breaksAfter) return this.close();
		this.other.inbox.push(typeof message === 'string' ? message : message.slice().buffer);
	}

	receive(): Promise<string | ArrayBuffer> {
		return this.inbox.next();
	}

	poll(): string | ArrayBuffer | undefined {
		return this.inbox.poll();
	}

	close(): void {
		const { other } = this;
		this.other = undefined;
		this.inbox.end(lostPeer());
		other?.close();
	}
}

export function wirePair(): [TestWire, TestWire] {
	const [one, two] = [new TestWire(), new TestWire()];
	one.other = two;
	two.other = one;
	return [one, two];
}
