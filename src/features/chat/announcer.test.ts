import { expect, test } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

test('says each sentence once, when it is whole', () => {
	const announcer = new Announcer();
	announcer.follow('1', 'First', false);
	expect(announcer.spoken).toEqual([]);
	announcer.follow('1', 'First one. Sec', false);
	announcer.follow('1', 'First one. Second.', false);
	expect(announcer.spoken).toEqual(['First one.']);
	announcer.follow('1', 'First one. Second.', true);
	expect(announcer.spoken).toEqual(['First one.', 'Second.']);
});

test('does not read out what was there before', () => {
	const announcer = new Announcer();
	announcer.follow('1', 'An old answer.', true);
	expect(announcer.spoken).toEqual([]);
	announcer.follow('2', 'A new one.', false);
	announcer.follow('2', 'A new one.', true);
	expect(announcer.spoken).toEqual(['A new one.']);
});

test('begins anew with an answer that begins anew', () => {
	const announcer = new Announcer();
	announcer.follow('1', 'It was lost. And', false);
	announcer.follow('1', '', false);
	announcer.follow('1', 'It is back. And', false);
	expect(announcer.spoken).toEqual(['It is back.']);
});
