/** Where the driver has put the model's files (bench/site.ts). */
export const addresses = {
	/** WebLLM looks for files below `resolve/main/`. */
	webLlmModel: new URL('/bench-models/web-llm/', location.href).href,
	gguf: new URL('/bench-models/model.gguf', location.href).href,
	/** The folder that holds the ONNX model's folder, `onnx-model`. */
	transformersModels: '/bench-models/',
} as const;
