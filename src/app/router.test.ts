import { expect, test } from 'vitest';
import { parseHash } from './router.svelte.ts';

test.each([
	['', { id: '', path: [] }],
	['#', { id: '', path: [] }],
	['#/', { id: '', path: [] }],
	['#/chat', { id: 'chat', path: [] }],
	['#/chat/a%2Fb/c', { id: 'chat', path: ['a/b', 'c'] }],
	['#chat//c/', { id: 'chat', path: ['c'] }],
	['#/chat/%E2%82', { id: 'chat', path: ['%E2%82'] }],
	['#/__proto__', { id: '__proto__', path: [] }],
])('%s', (hash, route) => expect(parseHash(hash)).toEqual(route));
