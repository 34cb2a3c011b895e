import { expect, test } from 'vitest';
import type { StoredMessage } from '../records/message.ts';
import { parseQuery } from './query.ts';
import { byRank, findIn, SearchIndex } from './search-index.ts';

const record = (id: string, title: string, updatedAt = 0) => ({
	id,
	title,
	createdAt: 0,
	updatedAt,
});

const message = (id: string, content: string): StoredMessage => ({
	id,
	conversationId: 'c',
	position: Number(id),
	role: 'user',
	content,
	createdAt: Number(id),
	state: 'complete',
});

function ids(index: SearchIndex, typed: string): string[][] {
	const query = parseQuery(typed);
	return index.conversations
		.map((conversation) => findIn(conversation, query))
		.filter((found) => found !== undefined)
		.sort(byRank)
		.map(({ conversation, messages }) => [conversation.record.id, ...messages.map(({ id }) => id)]);
}

function filled(): SearchIndex {
	const index = new SearchIndex();
	index.put(record('old', 'Mills of the world', 1), [message('1', 'How old are they?')]);
	index.put(record('new', 'Untitled', 2), [
		message('2', 'A windmill'),
		message('3', 'The mill by the river'),
		message('4', 'Any mill'),
	]);
	index.put(record('newest', '', 3), [message('5', 'By the river there was a mill')]);
	return index;
}

test('titles come first, then the query in one piece, then the newest', () => {
	const index = filled();
	expect(ids(index, 'mill')).toEqual([['old'], ['newest', '5'], ['new', '4', '3']]);
	expect(ids(index, 'the river')).toEqual([
		['newest', '5'],
		['new', '3'],
	]);
	expect(ids(index, 'mill by the river')).toEqual([
		['new', '3'],
		['newest', '5'],
	]);
});

test('a message may lack the words that its title has', () => {
	const index = filled();
	expect(ids(index, 'world old')).toEqual([['old', '1']]);
	expect(ids(index, 'world river')).toEqual([]);
});

test('what is changed, removed or put back is so at once', () => {
	const index = filled();
	index.putMessage('new', '3', message('3', 'The lake'));
	index.putMessage('new', '6', message('6', 'Another mill'));
	index.putMessage('new', '4', undefined);
	expect(ids(index, 'mill')).toEqual([['old'], ['newest', '5'], ['new', '6']]);
	index.put(record('newest', 'Mill', 3), [message('5', 'A mill')]);
	expect(ids(index, 'mill')[0]).toEqual(['newest', '5']);
	index.remove('newest');
	index.remove('old');
	expect(ids(index, 'mill')).toEqual([['new', '6']]);
	expect(index.messageCount).toBe(3);
	index.put(record('old', 'Mills'), [message('1', '')]);
	expect(ids(index, 'mill')).toEqual([['old'], ['new', '6']]);
});
