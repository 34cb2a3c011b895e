import { expect, test } from 'vitest';
import { MessageTree } from './message-tree.ts';
import type { StoredMessage } from './records/message.ts';

const message = (position: number, parentId?: string | null, o: Partial<StoredMessage> = {}) => ({
	id: `m${position}`,
	conversationId: 'c',
	position,
	role: 'user' as const,
	content: '',
	createdAt: position,
	state: 'complete' as const,
	...(parentId !== undefined && { parentId }),
	...o,
});

const ids = (messages: readonly StoredMessage[]) => messages.map(({ id }) => id).join(' ');

/** m0 → m1 (answer), m2 (another answer) → m3; m4: the first question edited. */
const tree = new MessageTree(
	[
		message(0, null),
		message(1, 'm0'),
		message(2, 'm0'),
		message(3, 'm2'),
		message(4, null),
	].reverse(),
);

test('a path goes from the first message to the one asked for', () => {
	expect(ids(tree.pathTo('m3'))).toBe('m0 m2 m3');
	expect(ids(tree.pathTo('m1'))).toBe('m0 m1');
	expect(ids(tree.pathTo('m4'))).toBe('m4');
	expect(tree.pathTo('none')).toEqual([]);
	expect(tree.pathTo(undefined)).toEqual([]);
});

test('variants are those that follow the same message, oldest first', () => {
	expect(ids(tree.variantsOf('m2'))).toBe('m1 m2');
	expect(ids(tree.variantsOf('m0'))).toBe('m0 m4');
	expect(ids(tree.variantsOf('m3'))).toBe('m3');
});

test('below a message the latest variants lead to the end', () => {
	expect(tree.latestBelow('m0')).toBe('m3');
	expect(tree.latestBelow('m1')).toBe('m1');
	expect(tree.latestBelow('m4')).toBe('m4');
});

test('messages from before there were variants follow one another', () => {
	const old = new MessageTree([message(0), message(1), message(2)]);
	expect(ids(old.pathTo('m2'))).toBe('m0 m1 m2');
	const continued = old.with(message(3, 'm0'));
	expect(ids(continued.variantsOf('m1'))).toBe('m1 m3');
});

test.each([
	['missing', 'gone'],
	['itself', 'm2'],
	['later than its child', 'm3'],
])('a parent that is %s hides nothing', (_, parentId) => {
	const damaged = new MessageTree([
		message(0, null),
		message(1, 'm0'),
		message(2, parentId),
		message(3, 'm2'),
	]);
	expect(ids(damaged.pathTo('m3'))).toBe('m0 m1 m2 m3');
});

test('a message is added, replaced and taken out without changing the tree before', () => {
	const more = tree.with(message(5, 'm3')).with(message(1, 'm0', { content: 'new' }));
	expect(ids(more.pathTo('m5'))).toBe('m0 m2 m3 m5');
	expect(more.get('m1')?.content).toBe('new');
	expect([tree.nextPosition, more.nextPosition]).toEqual([5, 6]);
	expect(tree.get('m1')?.content).toBe('');
	expect(ids(more.without('m1').variantsOf('m2'))).toBe('m2');
});

test('what an answer says while it is written changes neither the shape nor the trees before', () => {
	const begun = tree.with(message(5, 'm3', { role: 'assistant', state: 'streaming' }));
	const path = begun.pathAsBegun('m5');
	const one = begun.with({ ...begun.get('m5')!, content: 'one' });
	const two = one.with({ ...one.get('m5')!, content: 'one two' });
	expect(two.pathAsBegun('m5')).toBe(path);
	expect(path.at(-1)?.content).toBe('');
	expect([begun, one, two].map((each) => each.get('m5')?.content)).toEqual(['', 'one', 'one two']);
	expect(two.pathTo('m5').at(-1)?.content).toBe('one two');
	expect(two.variantsOf('m5')[0]?.content).toBe('one two');
	expect(two.last?.content).toBe('one two');
	const ended = two.with({ ...two.get('m5')!, state: 'complete' });
	expect(ended.pathAsBegun('m5').at(-1)).toMatchObject({ content: 'one two', state: 'complete' });
	expect(ended.pathAsBegun('m5')).not.toBe(path);
	expect(two.with(message(6, 'm5')).get('m5')?.content).toBe('one two');
	expect(two.without('m1').get('m5')?.content).toBe('one two');
});
