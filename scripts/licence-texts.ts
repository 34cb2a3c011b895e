import { readdir, readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { libraries } from '../src/features/about/libraries.ts';

const root = new URL('../', import.meta.url);

/** Puts the licence texts of everything that the build contains into `licences.txt`. */
export function licenceTexts(): Plugin {
	return {
		name: 'quern:licence-texts',
		apply: 'build',
		async generateBundle() {
			const own = ['Quern', await licenceIn(root)];
			const others = libraries.map(async ({ name, textIn = name }) => [
				name,
				await licenceIn(new URL(`node_modules/${textIn}/`, root)),
			]);
			const texts = [own, ...(await Promise.all(others))];
			const source = texts.map(([name, text]) => `${name}\n\n${text?.trim()}\n`);
			this.emitFile({
				type: 'asset',
				fileName: 'licences.txt',
				source: source.join(`\n${'-'.repeat(72)}\n\n`),
			});
		},
	};
}

/** The text of the folder's licence file. Throws if it has none. */
async function licenceIn(folder: URL): Promise<string> {
	const name = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
	if (!name) throw new Error(`There is no licence file in ${folder.pathname}`);
	return readFile(new URL(name, folder), 'utf8');
}
