export const onnxModelFolder: string;
export function prepareOnnxModel(
	names: readonly string[],
	say?: (line: string) => void,
): Promise<void>;
