/** Chromium answers at its next garbage collection, which may be this many milliseconds away. */
const PATIENCE = 20_000;

interface MemoryMeasuring {
	measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }>;
}

/**
 * Bytes that the page takes with its workers, as the browser counts them (Chromium, when cross-origin isolated); what
 * lies in the GPU's memory is not among them. Undefined where the browser does not tell, or not soon.
 */
export async function measurePageMemory(): Promise<number | undefined> {
	const { measureUserAgentSpecificMemory: measure } = performance as MemoryMeasuring;
	if (!measure || !globalThis.crossOriginIsolated) return undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), PATIENCE);
	});
	const measurement = measure.call(performance).then(
		({ bytes }) => bytes,
		() => undefined,
	);
	return Promise.race([measurement, late]).finally(() => clearTimeout(timer));
}
