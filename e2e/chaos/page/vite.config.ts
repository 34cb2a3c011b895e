import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	publicDir: false,
	plugins: [svelte()],
	build: {
		outDir: fileURLToPath(new URL('../../../.cache/chaos/site', import.meta.url)),
		emptyOutDir: true,
		target: 'es2022',
		modulePreload: { polyfill: false },
		minify: false,
		rolldownOptions: {
			input: ['index.html', 'tab.html'].map((page) =>
				fileURLToPath(new URL(page, import.meta.url)),
			),
		},
	},
	worker: { format: 'es' },
});
