import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { architectureOf } from './architecture.ts';
import { chatConfig } from './chat-config.ts';
import { planShards, tensorCache, type Shard } from './shards.ts';
import { tokenizerJson } from './tokenizer.ts';

/** One file of a pack, complete. */
export interface ConvertedFile {
	readonly path: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Converts a GGUF model to the files that WebLLM and our compiled libraries read (layout:
 * docs/conversion.md). The same input gives the same bytes. Weights keep their exact values; each
 * shard is made when it is asked for, so no more than one and a chunk of the source is held here.
 * Throws `unsupported` for another architecture, family, tokenizer or quantization than those known.
 */
export async function* convertToWebLlm(
	gguf: Gguf,
	o?: CallOptions,
): AsyncGenerator<ConvertedFile, void> {
	const architecture = architectureOf(gguf);
	const shards = planShards(architecture.plan(gguf));
	// Small files first: what they cannot express is found out before any weights are written.
	yield json('mlc-chat-config.json', chatConfig(gguf.metadata, architecture.id));
	yield json('tokenizer.json', tokenizerJson(gguf.metadata));
	yield json('tensor-cache.json', tensorCache(shards));
	for (const shard of shards) yield { path: shard.path, bytes: await shardBytes(shard, o) };
}

async function shardBytes(shard: Shard, o?: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
	const buffer = new ArrayBuffer(shard.bytes);
	for (const { record, tensor } of shard.entries) {
		await tensor.write(new Uint32Array(buffer, record.byteOffset, record.nbytes / 4), o);
	}
	return new Uint8Array(buffer);
}

function json(path: string, value: object): ConvertedFile {
	return { path, bytes: new TextEncoder().encode(JSON.stringify(value)) };
}
