/** What the app is built with, and its licences by SPDX identifier. A test compares it with package.json. */
export const libraries: readonly { readonly name: string; readonly licence: string }[] = [
	{ name: '@lucide/svelte', licence: 'ISC' },
	{ name: '@mlc-ai/web-llm', licence: 'Apache-2.0' },
	{ name: '@wllama/wllama', licence: 'MIT' },
	{ name: 'hash-wasm', licence: 'MIT' },
	{ name: 'idb', licence: 'ISC' },
	{ name: 'idb-keyval', licence: 'Apache-2.0' },
	{ name: 'marked', licence: 'MIT' },
	{ name: 'svelte', licence: 'MIT' },
	{ name: 'valibot', licence: 'MIT' },
	{ name: 'workbox', licence: 'MIT' },
];
