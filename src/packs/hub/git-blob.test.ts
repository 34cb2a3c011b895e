import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { gitBlobSha1 } from './git-blob.ts';

test.each(['', 'hello\n', '{"a": "é"}', 'x'.repeat(100_000)])(
	'the digest of %j is what git says',
	async (text) => {
		const said = execFileSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' });
		expect(await gitBlobSha1(new TextEncoder().encode(text))).toBe(said.trim());
	},
);
