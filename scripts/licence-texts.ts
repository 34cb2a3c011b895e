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
			const others = libraries.map(async ({ name, textIn = name, holder }) => [
				name,
				holder ? mitLicence(holder) : await licenceIn(new URL(`node_modules/${textIn}/`, root)),
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

/** The licence's one text, as the Open Source Initiative has it, without a year. */
function mitLicence(holder: string): string {
	return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
