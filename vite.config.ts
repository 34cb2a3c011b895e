import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { licenceTexts } from './scripts/licence-texts.ts';
import securityHeaders from './security-headers.json' with { type: 'json' };

const outDir = 'dist';
const policy = securityHeaders['Content-Security-Policy'];

/** The policy again in the page, for hosts that send no headers. `frame-ancestors` is only for headers. */
const policyInPage: Plugin = {
	name: 'quern:policy-in-page',
	apply: 'build',
	transformIndexHtml: () => [
		{
			tag: 'meta',
			attrs: {
				'http-equiv': 'Content-Security-Policy',
				content: policy.replace(/;\s*frame-ancestors [^;]*/, ''),
			},
			injectTo: 'head-prepend',
		},
	],
};

/** No pack was taken along with a fresh build: src/packs/take writes the list of those that are. */
const noCarriedPacks: Plugin = {
	name: 'quern:no-carried-packs',
	apply: 'build',
	generateBundle() {
		const source = '{"quern":1,"packs":[]}';
		this.emitFile({ type: 'asset', fileName: 'packs/index.json', source });
	},
};

/** Of KaTeX's typefaces, each in three forms, every browser that runs this app takes the smallest. */
const smallestFonts: Plugin = {
	name: 'quern:smallest-fonts',
	enforce: 'pre',
	transform(code, id) {
		if (!id.includes('katex/dist/katex.min.css')) return undefined;
		return { code: code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, ''), map: null };
	},
};

/** Vite's dev server puts styles into the page and talks over a socket. */
const developmentHeaders = {
	...securityHeaders,
	'Content-Security-Policy': policy
		.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
		.replace("connect-src 'self'", "connect-src 'self' ws:"),
};

/**
 * Folders of `assets/engines/` by what is built into them. An engine's code is cached apart from the shell;
 * of wllama's two builds a browser needs one (`codeFoldersOf` in src/engines).
 */
const engineFolders: readonly [source: string, folder: string][] = [
	// Part of the shell, though it has a piece of transformers.js in it: files come in without a network too.
	['packs/template/worker', ''],
	['engines/transformers/worker', 'transformers'],
	['@huggingface/', 'transformers'],
	['onnxruntime-', 'transformers'],
	['engines/web-llm/worker', 'web-llm'],
	['@mlc-ai/web-llm/', 'web-llm'],
	['@wllama/wllama-compat/', 'wllama-compat'],
	['@wllama/wllama/esm/wasm/', 'wllama-default'],
	['@wllama/wllama/', 'wllama'],
	// Not an engine's, but like it: kept once a formula needs it.
	['katex/dist/fonts/', 'maths'],
];

function fileName(sources: readonly string[], extension: string): string {
	const isMadeOf = (part: string) => sources.some((source) => source.includes(part));
	const folder = engineFolders.find(([part]) => isMadeOf(part))?.[1];
	return `assets/${folder ? `engines/${folder}/` : ''}[name]-[hash]${extension}`;
}

const output = {
	chunkFileNames: ({ moduleIds }: { moduleIds: string[] }) => fileName(moduleIds, '.js'),
	entryFileNames: ({ moduleIds }: { moduleIds: string[] }) => fileName(moduleIds, '.js'),
	assetFileNames: ({ originalFileNames }: { originalFileNames: string[] }) =>
		fileName(originalFileNames, '[extname]'),
};

/** The service worker refuses a file that is not byte for byte the one that was built. */
async function integrityOf(url: string): Promise<string> {
	const bytes = await readFile(new URL(`${outDir}/${url}`, import.meta.url));
	return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

export default defineConfig({
	base: './',
	plugins: [
		svelte(),
		policyInPage,
		smallestFonts,
		licenceTexts(),
		noCarriedPacks,
		VitePWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'sw.ts',
			injectRegister: false,
			manifest: false,
			injectManifest: {
				rollupFormat: 'iife',
				globPatterns: ['**/*'],
				globIgnores: ['packs/**', 'screenshots/**', 'sw.js', '**/*.map', '**/*.md'],
				maximumFileSizeToCacheInBytes: 64e6,
				dontCacheBustURLsMatching: /^assets\//,
				manifestTransforms: [
					async (entries) => ({
						manifest: await Promise.all(
							entries.map(async (entry) => ({ ...entry, integrity: await integrityOf(entry.url) })),
						),
					}),
				],
			},
		}),
	],
	build: {
		outDir,
		target: 'es2022',
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 8000,
		rolldownOptions: { output },
	},
	worker: { format: 'es', rolldownOptions: { output } },
	server: { headers: developmentHeaders },
	preview: { headers: securityHeaders },
});
