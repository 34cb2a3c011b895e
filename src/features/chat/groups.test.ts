import { expect, test } from 'vitest';
import type { Conversation } from '../../storage/records/conversation.ts';
import type { Project } from '../../storage/records/project.ts';
import { groupsOf } from './groups.ts';

const now = new Date(2026, 10, 24, 9).getTime();
const HOUR = 3_600_000;

const conversation = (
	id: string,
	hoursAgo: number,
	o: Partial<Conversation> = {},
): Conversation => ({
	id,
	title: id,
	createdAt: 0,
	updatedAt: now - hoursAgo * HOUR,
	...o,
});
const project = (id: string): Project => ({ id, name: id, instructions: '', createdAt: 0 });

const shape = (...args: Parameters<typeof groupsOf>) =>
	groupsOf(...args).map(({ kind, project, items }) => [
		project?.id ?? kind,
		...items.map(({ id }) => id),
	]);

test('days end at midnight, and empty groups are left out', () => {
	const items = [conversation('a', 8), conversation('b', 10), conversation('c', 34)];
	expect(shape(items, [], now)).toEqual([
		['today', 'a'],
		['yesterday', 'b'],
		['earlier', 'c'],
	]);
	expect(shape([conversation('a', 1)], [], now)).toEqual([['today', 'a']]);
});

test('pinned ones come first, then projects, and archived ones are not listed', () => {
	const items = [
		conversation('plain', 1),
		conversation('in farm', 1, { projectId: 'farm' }),
		conversation('pinned', 50, { projectId: 'farm', pinnedAt: 1 }),
		conversation('archived', 1, { archivedAt: 1, pinnedAt: 1 }),
		conversation('of a project that is gone', 1, { projectId: 'gone' }),
	];
	expect(shape(items, [project('farm'), project('empty')], now)).toEqual([
		['pinned', 'pinned'],
		['farm', 'in farm'],
		['empty'],
		['today', 'plain', 'of a project that is gone'],
	]);
});
