import { expect, test } from 'vitest';
import { ProjectRepository } from './project-repository.ts';
import { freshDatabase } from './testing/fresh-database.ts';

test('projects are made, changed, removed and brought back', async () => {
	const repository = new ProjectRepository(freshDatabase());
	const first = await repository.create({ name: 'Farm', instructions: 'Be brief.' });
	const pack = { id: 'model', engine: 'wllama' };
	await repository.change(first.id, { name: 'مزرعه', instructions: '', pack });
	const changed = { ...first, name: 'مزرعه', instructions: '', pack };
	expect((await repository.list()).items).toEqual([changed]);
	await repository.change(first.id, { name: 'Farm', instructions: '' });
	expect((await repository.list()).items[0]).not.toHaveProperty('pack');

	const removed = await repository.remove(first.id);
	expect((await repository.list()).items).toEqual([]);
	const details = { name: 'late', instructions: '' };
	await expect(repository.change(first.id, details)).rejects.toMatchObject({
		code: 'invalid-input',
	});
	await repository.restore(removed);
	expect((await repository.list()).items.map(({ name }) => name)).toEqual(['Farm']);
});
