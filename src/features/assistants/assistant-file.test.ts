import { describe, expect, it } from 'vitest';
import { readAssistantFile, writeAssistantFile, type AssistantFile } from './assistant-file.ts';

const letters: AssistantFile['assistants'][number] = {
	name: 'نامه‌نگار',
	picture: { kind: 'icon', icon: 'mail', color: 'ochre' },
	instructions: 'Be brief.',
	parameters: { temperature: 0.4, stop: ['END'] },
	starters: ['Write a letter.'],
};
const greet = { name: 'greet', text: 'Greet {{name}}.' };

const fileOf = (content: unknown) => {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	return new File([text], 'helpers.json');
};
const withOne = (change: object) =>
	fileOf({ format: 'quern-assistants', version: 1, assistants: [{ ...letters, ...change }] });

describe('a file of assistants', () => {
	it('is read as it was written, without what belongs to the device', async () => {
		const stored = { ...letters, id: 'a', createdAt: 1, updatedAt: 2, origin: 'letters.fa' };
		const blob = writeAssistantFile({ assistants: [stored], prompts: [greet] });
		const text = await blob.text();
		expect(text).not.toContain('createdAt');
		expect(await readAssistantFile(fileOf(text))).toEqual({
			assistants: [letters],
			prompts: [greet],
		});
	});

	it('may hold only one of the two', async () => {
		const file = fileOf({ format: 'quern-assistants', version: 1, prompts: [greet] });
		expect(await readAssistantFile(file)).toEqual({ assistants: [], prompts: [greet] });
	});

	it('of a newer version is told from a damaged one', async () => {
		await expect(
			readAssistantFile(fileOf({ format: 'quern-assistants', version: 2 })),
		).rejects.toMatchObject({ code: 'unsupported', data: { reason: 'newer-version' } });
	});

	it.each<[string, File]>([
		['is no JSON', fileOf('{')],
		['is something else', fileOf({ name: 'package' })],
		[
			'loads a picture from outside',
			withOne({ picture: { kind: 'image', data: 'https://a.test/b.png' } }),
		],
		[
			'has a picture with a script',
			withOne({ picture: { kind: 'image', data: 'data:image/svg+xml,<svg onload=alert(1)>' } }),
		],
		['hides a turn of direction in a name', withOne({ name: 'safe\u202Egnp.exe' })],
		['has no name', withOne({ name: ' ' })],
		['has instructions without end', withOne({ instructions: 'a'.repeat(20_001) })],
		['has figures beyond their limits', withOne({ parameters: { temperature: 1e9 } })],
		['has too many first questions', withOne({ starters: Array(9).fill('Hello') })],
		['has a model of no engine', withOne({ model: { id: 'x', engine: 'other' } })],
		[
			'has too many entries',
			fileOf({ format: 'quern-assistants', version: 1, prompts: Array(501).fill(greet) }),
		],
		[
			'sets a prototype',
			fileOf('{"format":"quern-assistants","version":1,"assistants":[{"__proto__":{"name":"a"}}]}'),
		],
	])('that %s is refused as a whole', async (_, file) => {
		await expect(readAssistantFile(file)).rejects.toMatchObject({ code: 'invalid-input' });
	});
});
