import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { chatConfig } from './chat-config.ts';
import { planConversion } from './conversion-plan.ts';
import type { LayoutId } from './layout-id.ts';
import { tensorCache, type Shard } from './shards.ts';
import { tokenizerJson } from './tokenizer.ts';

/** One file of a pack, complete. */
export interface ConvertedFile {
	readonly path: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Converts a GGUF model to the files that WebLLM and compiled libraries read (layouts: docs/conversion.md). The
 * same input gives the same bytes. Each shard is made when it is asked for, so no more than one and a chunk of the
 * source is held here. Throws `unsupported` for another architecture, chat template or tokenizer than those known.
 */
export async function* convertToWebLlm(
	gguf: Gguf,
	{ layout = 'q4_1', ...o }: CallOptions & { readonly layout?: LayoutId } = {},
): AsyncGenerator<ConvertedFile, void> {
	const plan = planConversion(gguf, layout);
	const { shards } = plan;
	// Small files first: what they cannot express is found out before any weights are written.
	yield json('mlc-chat-config.json', chatConfig(gguf, plan));
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
