import { expect, test } from 'vitest';
import { DraftRepository } from './draft-repository.ts';
import { freshDatabase } from './testing/fresh-database.ts';

function open() {
	return new DraftRepository(freshDatabase());
}

test('a draft is kept by conversation, and goes when it is empty', async () => {
	const drafts = open();
	const saved = await drafts.save('one', 'half a', undefined);
	await drafts.save('new', 'other', undefined);
	expect(await drafts.get('one')).toMatchObject({ ...saved, text: 'half a' });
	expect(await drafts.save('one', '', (saved as { revision: string }).revision)).toEqual({
		revision: undefined,
	});
	expect(await drafts.get('one')).toBeUndefined();
	expect((await drafts.get('new'))?.text).toBe('other');
});

test('what another tab wrote since it was read is not overwritten', async () => {
	const drafts = open();
	const { revision } = (await drafts.save('one', 'half', undefined)) as { revision: string };
	await drafts.save('one', 'half of it, there', revision);
	expect(await drafts.save('one', 'half of it, here', revision)).toMatchObject({
		theirs: { text: 'half of it, there' },
	});
	expect(await drafts.save('one', '', undefined)).toHaveProperty('theirs');
	const { revision: known } = (await drafts.get('one'))!;
	await drafts.save('one', 'half of it, here', known);
	expect((await drafts.get('one'))?.text).toBe('half of it, here');
});
