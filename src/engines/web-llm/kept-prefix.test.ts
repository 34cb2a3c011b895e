import { expect, test, vi } from 'vitest';
import { KeptPrefix, type PrefillingPipeline } from './kept-prefix.ts';

// Against the real pipeline: engines/prefix.browser.test.ts. Here, what that one does not do of itself: a pipeline of
// another shape, and a cache that cannot be cut.

/** As WebLLM's pipeline, with letters for tokens and a list of what is done to its cache. */
function pipelineOf(changes: object = {}) {
	const done: string[] = [];
	const pipeline = {
		kvStateKind: 'kv_cache',
		kvCache: {},
		slidingWindowSize: -1,
		filledKVCacheLength: 0,
		tvm: { scalar: (value: number) => value },
		getKVCheckpointFunc: () => (_cache: unknown, _sequence: number, count: number) => {
			done.push(`forget ${count}`);
		},
		prompt: '',
		async getInputData() {
			return [[[...this.prompt]], this.prompt.length, undefined];
		},
		async embedAndForward(data: string[][], length: number) {
			done.push(`read ${data.flat().join('')}`);
			this.filledKVCacheLength += length;
		},
		resetKVCache: () => void done.push('reset'),
		...changes,
	};
	/** As WebLLM does where a conversation is not the last one with a turn more. */
	async function prefill(prompt: string) {
		pipeline.prompt = prompt;
		pipeline.resetKVCache();
		pipeline.filledKVCacheLength = 0;
		const [data, length] = await pipeline.getInputData();
		await pipeline.embedAndForward(data as string[][], length as number);
		return done.splice(0);
	}
	return { pipeline: pipeline as unknown as PrefillingPipeline, prefill };
}

test('only what differs is read, and what is not in the prompt is forgotten', async () => {
	const { pipeline, prefill } = pipelineOf();
	const kept = KeptPrefix.of(pipeline);
	expect(await prefill('abc')).toEqual(['read abc']);
	expect(await prefill('abcde')).toEqual(['read de']);
	expect(await prefill('abxy')).toEqual(['forget 3', 'read xy']);
	expect(kept?.promptTokens).toBe(4);
	expect(pipeline.filledKVCacheLength).toBe(4);
	expect(await prefill('z')).toEqual(['reset', 'read z']);
});

test('the last token of a prompt is always read, for what follows it', async () => {
	const { pipeline, prefill } = pipelineOf();
	KeptPrefix.of(pipeline);
	await prefill('abc');
	expect(await prefill('abc')).toEqual(['forget 1', 'read c']);
});

test.each([
	['slides its window', { slidingWindowSize: 4096 }],
	['has a recurrent state', { rnnState: {} }],
	['reads pictures and sounds by a manifest', { artifact: {} }],
	['keeps its state in another way', { kvStateKind: 'hybrid' }],
	['lost a method', { embedAndForward: undefined }],
	['lost a field', { filledKVCacheLength: undefined }],
	[
		'has a runtime that cannot cut',
		{
			getKVCheckpointFunc: () => {
				throw new Error('Cannot find global function');
			},
		},
	],
])('a pipeline that %s is left as it is', async (_what, changes) => {
	const { pipeline, prefill } = pipelineOf(changes);
	const methods = { ...pipeline };
	expect(KeptPrefix.of(pipeline)).toBeUndefined();
	expect(pipeline).toEqual(methods);
	if (!('embedAndForward' in changes)) expect(await prefill('abc')).toEqual(['reset', 'read abc']);
});

test('where the cache cannot be cut the whole is read anew', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	const { pipeline, prefill } = pipelineOf({
		getKVCheckpointFunc: () => () => {
			throw new Error('the page is exhausted');
		},
	});
	KeptPrefix.of(pipeline);
	await prefill('abc');
	expect(await prefill('abd')).toEqual(['reset', 'read abd']);
});

test('after reading failed nothing of the cache is trusted', async () => {
	const { pipeline, prefill } = pipelineOf();
	const { embedAndForward } = pipeline;
	let isOutOfMemory = false;
	pipeline.embedAndForward = async function (data, length) {
		if (isOutOfMemory) throw new Error('out of memory');
		return embedAndForward.call(this, data, length);
	};
	KeptPrefix.of(pipeline);
	await prefill('abc');
	isOutOfMemory = true;
	await expect(prefill('abcd')).rejects.toThrow('out of memory');
	isOutOfMemory = false;
	expect(await prefill('abcd')).toEqual(['reset', 'read abcd']);
});
