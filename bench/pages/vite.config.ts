import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the bench's own pages: blank, around the shipped modules or around the bare libraries. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: '/',
	publicDir: false,
	worker: { format: 'es' },
	build: {
		outDir: fileURLToPath(new URL('../../.cache/bench/site/', import.meta.url)),
		emptyOutDir: true,
		target: 'es2023',
		chunkSizeWarningLimit: Infinity,
		assetsInlineLimit: 0,
	},
});
