import { afterEach, expect, test } from 'vitest';
import { SharedFiles } from './shared-files.ts';

const shared = new SharedFiles();
afterEach(() => shared.clear());

test.each(['model.quern', '../../etc/passwd', 'مدلِ من.quern', 'a\\b:c*d?.gguf', '.', ''])(
	'a file called %j waits under that name',
	async (name) => {
		await shared.keep(new File(['weights'], name));
		const waiting = await shared.waiting();
		expect(await waiting?.text()).toBe('weights');
		expect(waiting?.name).toBe(name);
	},
);

test('of a name that is too long its end is kept', async () => {
	for (const name of [`${'x'.repeat(400)}.quern`, `${'م'.repeat(300)}.gguf`]) {
		await shared.keep(new File(['weights'], name));
		const kept = (await shared.waiting())?.name ?? 'none';
		expect(name.endsWith(kept)).toBe(true);
		expect(kept.length).toBeGreaterThan(30);
	}
});

test('the next takes the place of the one before', async () => {
	await shared.keep(new File(['a'], 'a.quern'));
	await shared.keep(new File(['b'], 'b.quern'));
	expect((await shared.waiting())?.name).toBe('b.quern');
	await shared.clear();
	expect(await shared.waiting()).toBeUndefined();
});
