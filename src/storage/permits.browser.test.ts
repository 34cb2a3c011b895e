import { createStore, entries, set } from 'idb-keyval';
import { expect, test } from 'vitest';
import { Permits } from './permits.ts';

const freshName = () => `permits-${crypto.randomUUID()}`;

test('a permit holds until it is given back, and is seen elsewhere', async () => {
	const name = freshName();
	const revoke = await new Permits(name).grant({ repository: 'people/ada' });
	const elsewhere = new Permits(name);
	expect(await elsewhere.list()).toMatchObject([{ repository: 'people/ada' }]);
	await revoke();
	expect(await elsewhere.list()).toEqual([]);
});

test('what has run out, makes no sense, or comes from a clock that was ahead is removed', async () => {
	const name = freshName();
	const store = createStore(name, 'permits');
	await set('old', { repository: 'a/b', until: Date.now() - 1 }, store);
	await set('ahead', { repository: 'a/b', until: Date.now() + 3.2e11 }, store);
	await set('odd', { repository: 7, until: Date.now() + 1000 }, store);
	await set('other', 'text', store);
	await set('good', { repository: 'c/d', until: Date.now() + 60_000 }, store);
	expect(await new Permits(name).list()).toMatchObject([{ repository: 'c/d' }]);
	expect((await entries(store)).map(([key]) => key)).toEqual(['good']);
});
