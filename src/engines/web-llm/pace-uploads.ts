/** Bytes that may be on their way to the GPU at once: about a shard. */
const IN_FLIGHT = 32 * 2 ** 20;

/**
 * Lets a load upload without waiting for the GPU after every tensor, as WebLLM does: 303 round trips
 * for the starter, a fifth of its load. It waits whenever so many bytes are under way. The function
 * that it returns puts the queue back as it was.
 */
export function paceUploads({ queue }: GPUDevice): () => void {
	const { writeBuffer, onSubmittedWorkDone } = queue;
	let inFlight = 0;
	queue.writeBuffer = (...[buffer, offset, data, start, size]: Parameters<typeof writeBuffer>) => {
		inFlight += size ?? data.byteLength;
		writeBuffer.call(queue, buffer, offset, data, start, size);
	};
	queue.onSubmittedWorkDone = async () => {
		if (inFlight < IN_FLIGHT) return;
		inFlight = 0;
		await onSubmittedWorkDone.call(queue);
	};
	return () => Object.assign(queue, { writeBuffer, onSubmittedWorkDone });
}
