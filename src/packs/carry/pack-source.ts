import type { CallOptions } from '../../lib/call-options.ts';
import type { PackChoice } from './pack-file.ts';

/** A pack that lies in a file which the person gave. Nothing of it is trusted until its digests matched. */
export interface PackSource extends PackChoice {
	/** The bytes of the pack's file with this digest, as the person's file has them. */
	chunks(sha256: string, o: CallOptions): AsyncIterable<Uint8Array<ArrayBuffer>>;
	/** The same as a Blob. */
	blob(sha256: string): Blob;
}
