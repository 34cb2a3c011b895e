/** How an answer's body ended, and how many bytes had come by then. */
export interface BodyEnd {
	readonly how: 'done' | 'failed' | 'stopped';
	readonly bytes: number;
}

/**
 * The same bytes, counted as they are taken. `end` is called once: when all are through, when the line broke, or when
 * the reader wants no more, which also ends the request that they came from.
 */
export function countedBody(
	body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
	end: (end: BodyEnd) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> | null {
	if (!body) {
		end({ how: 'done', bytes: 0 });
		return null;
	}
	const reader = body.getReader();
	let bytes = 0;
	return new ReadableStream({
		async pull(controller) {
			try {
				const { done, value } = await reader.read();
				if (done) {
					controller.close();
					return end({ how: 'done', bytes });
				}
				bytes += value.length;
				controller.enqueue(value);
			} catch (error) {
				controller.error(error);
				end({ how: 'failed', bytes });
			}
		},
		async cancel(reason) {
			end({ how: 'stopped', bytes });
			await reader.cancel(reason);
		},
	});
}
