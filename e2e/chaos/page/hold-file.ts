/** Opens a file of a folder as another tab would; the function lets go of it. Undefined where it is open already. */
export async function holdFile(folder: string, name: string): Promise<(() => void) | undefined> {
	const worker = new Worker(new URL('./file-holder.ts', import.meta.url), {
		type: 'module',
		name: `${folder} ${name}`,
	});
	const answer = await new Promise((resolve) => {
		worker.onmessage = ({ data }) => resolve(data);
	});
	if (answer === 'held') return () => worker.terminate();
	worker.terminate();
	return undefined;
}
