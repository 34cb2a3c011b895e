/** A package that is part of the built app. */
export interface Library {
	readonly name: string;
	/** SPDX identifier. */
	readonly licence: string;
	/** The package that holds the licence's text, where its own does not. */
	readonly textIn?: string;
	/** Who holds the rights in a package under the MIT licence that has no file of it. */
	readonly holder?: string;
}

/** What the app is built with; the build collects the licence texts of the same packages. */
export const libraries: readonly Library[] = [
	{ name: '@fontsource-variable/vazirmatn', licence: 'OFL-1.1' },
	{ name: '@huggingface/jinja', licence: 'MIT' },
	{ name: '@huggingface/tokenizers', licence: 'Apache-2.0' },
	{ name: '@huggingface/transformers', licence: 'Apache-2.0' },
	{ name: '@lucide/svelte', licence: 'ISC' },
	{ name: '@mlc-ai/web-llm', licence: 'Apache-2.0' },
	{ name: '@wllama/wllama', licence: 'MIT' },
	{ name: '@wllama/wllama-compat', licence: 'MIT', textIn: '@wllama/wllama' },
	{ name: 'client-zip', licence: 'MIT' },
	{ name: 'hash-wasm', licence: 'MIT' },
	{ name: 'highlight.js', licence: 'BSD-3-Clause' },
	{ name: 'idb', licence: 'ISC' },
	{ name: 'idb-keyval', licence: 'Apache-2.0' },
	{ name: 'katex', licence: 'MIT' },
	{ name: 'marked', licence: 'MIT' },
	{ name: 'onnxruntime-web', licence: 'MIT', holder: 'Microsoft Corporation' },
	{ name: 'qr', licence: '(MIT OR Apache-2.0)' },
	{ name: 'svelte', licence: 'MIT' },
	{ name: 'valibot', licence: 'MIT' },
	{ name: 'workbox-precaching', licence: 'MIT' },
];
