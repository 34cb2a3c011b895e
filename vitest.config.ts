import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { prepareOnnxModel } from './scripts/onnx-model.mjs';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
	plugins: [svelte()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'],
					exclude: ['src/**/*.browser.test.ts'],
				},
			},
			{
				extends: true,
				worker: { format: 'es' },
				// Found late, a dependency makes Vite reload the page in the middle of a test.
				optimizeDeps: {
					exclude: ['@lucide/svelte'],
					include: [
						'@huggingface/transformers',
						'@huggingface/jinja',
						'@mlc-ai/web-llm',
						'@wllama/wllama',
						'hash-wasm',
						'highlight.js/lib/common',
						'idb',
						'idb-keyval',
						'katex',
						'marked',
						'qr',
						'qr/decode.js',
						'valibot',
					],
				},
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts'],
					globalSetup: ['e2e/fixtures/fault-server.setup.ts'],
					setupFiles: ['src/i18n/testing/whole-language.setup.ts'],
					testTimeout: 120_000,
					browser: {
						enabled: true,
						headless: true,
						commands: { prepareOnnxModel: (_, name: string) => prepareOnnxModel([name]) },
						screenshotFailures: false,
						instances: [{ browser: 'chromium' }],
						provider: playwright({
							launchOptions: { ...(executablePath && { executablePath }), args: chromiumFlags },
						}),
					},
				},
			},
		],
	},
});
