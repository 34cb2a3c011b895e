import { expect, test } from 'vitest';
import { isLibraryAddress, repositoryIn } from './hub-address.ts';

test.each([
	['someone/some-model', 'someone/some-model'],
	['  someone/Some.Model_2/ ', 'someone/Some.Model_2'],
	['https://huggingface.co/someone/some-model', 'someone/some-model'],
	['https://huggingface.co/someone/some-model/tree/main?x=1', 'someone/some-model'],
	['https://mirror.example/someone/some-model#files', 'someone/some-model'],
	['some-model', undefined],
	['someone/some-model/more', undefined],
	['someone/some model', undefined],
	['someone/', undefined],
	['../some-model', undefined],
	['https://huggingface.co/someone', undefined],
	['', undefined],
])('%j names %j', (text, repository) => {
	expect(repositoryIn(text)).toBe(repository);
});

test.each([
	['https://files.example/libraries/a.wasm', true],
	['https://files.example/a.wasm?raw=true', true],
	['http://127.0.0.1:8080/a.wasm', true],
	['http://files.example/a.wasm', false],
	['https://name:word@files.example/a.wasm', false],
	['https://files.example/a.js', false],
	['a.wasm', false],
	['javascript:a.wasm', false],
])('a library at %s: %j', (text, isOne) => {
	expect(isLibraryAddress(text)).toBe(isOne);
});
