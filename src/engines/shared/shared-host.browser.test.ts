import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '../../lib/rpc.ts';
import type { SessionDelta } from '../engine-session.svelte.ts';
import type { Tab } from './testing/tab.ts';

const ROOM = 4096;
const MANY = 1_000_000;
const running = new Map<Tab, Worker>();
let name = '';

afterEach(() => [...running.keys()].forEach(kill));

/** Tabs of one browser. To end a worker is what a crash or SIGKILL is to a tab: its locks are let go. */
async function openTabs(count: number) {
	name = `test:${crypto.randomUUID()}`;
	return Promise.all(Array.from({ length: count }, () => openTab()));
}

async function openTab(version = name) {
	const worker = new Worker(new URL('./testing/tab.ts', import.meta.url), { type: 'module' });
	const { remote } = connect<Tab>(worker);
	running.set(remote, worker);
	await remote.open(version);
	return remote;
}

function kill(tab: Tab): void {
	running.get(tab)!.terminate();
	running.delete(tab);
}

/** Reads an answer in the background. */
function ask(
	tab: Tab,
	question: string,
	{ room = ROOM, signal = undefined as AbortSignal | undefined } = {},
) {
	const answer = { text: '', types: [] as string[], deltas: [] as SessionDelta[] };
	const read = async () => {
		for await (const delta of tab.ask(question, room, { signal })) {
			answer.deltas.push(delta);
			if (delta.type === 'text') answer.text += delta.text;
			else answer.types.push(delta.type);
		}
	};
	return Object.assign(answer, { done: read() });
}

const until = (condition: () => Promise<boolean> | boolean) =>
	vi.waitUntil(condition, { timeout: 60_000, interval: 20 });

/** A tab that holds the model, and has answered. */
async function hosting(tab: Tab) {
	await tab.allow(1);
	await ask(tab, 'hello').done;
	expect(await tab.see()).toMatchObject({ holder: 'this-tab', loads: 1 });
}

test('a second tab is answered by the model that the first has loaded', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	await first!.allow(3);
	const answer = ask(second!, 'one two three');
	await answer.done;
	expect(answer.text).toBe('one two three');
	expect(answer.types).toEqual(['end']);
	expect(await first!.see()).toMatchObject({ holder: 'this-tab', loads: 1, tabs: 2 });
	expect(await second!.see()).toMatchObject({
		holder: 'other-tab',
		loads: 0,
		tabs: 2,
		status: 'ready',
	});
});

test('tabs that begin at the same time load one model', async () => {
	const tabs = await openTabs(5);
	for (const tab of tabs) await tab.allow(MANY);
	const answers = tabs.map((tab, index) => ask(tab, `tab ${index}`));
	await Promise.all(answers.map(({ done }) => done));
	expect(answers.map(({ text }) => text)).toEqual(tabs.map((_, index) => `tab ${index}`));
	const views = await Promise.all(tabs.map((tab) => tab.see()));
	expect(views.reduce((sum, { loads }) => sum + loads, 0)).toBe(1);
});

test('a tab that asks while another is answered is told so, and is next', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const one = ask(first!, 'a b c');
	await until(async () => (await first!.see()).status === 'generating');
	const two = ask(second!, 'd e');
	await until(async () => (await second!.see()).status === 'queued');
	expect(await second!.see()).toMatchObject({ ahead: 1, work: 'answering' });
	await first!.allow(MANY);
	await Promise.all([one.done, two.done]);
	expect([one.text, two.text]).toEqual(['a b c', 'd e']);
	expect(await first!.see()).toMatchObject({ loads: 1, work: 'idle' });
});

test('who waits can give up, and the others go on', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const one = ask(first!, 'a b');
	await until(async () => (await first!.see()).status === 'generating');
	const controller = new AbortController();
	const two = ask(second!, 'c', { signal: controller.signal });
	await until(async () => (await second!.see()).status === 'queued');
	controller.abort();
	await expect(two.done).rejects.toMatchObject({ code: 'aborted' });
	await first!.allow(MANY);
	await one.done;
	expect(one.text).toBe('a b');
});

test('an answer is stopped from the other tab, and the engine is free at once', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const controller = new AbortController();
	const one = ask(second!, 'a b c d', { signal: controller.signal });
	await first!.allow(2);
	await until(() => one.text === 'a b ');
	controller.abort();
	await expect(one.done).rejects.toMatchObject({ code: 'aborted' });
	await first!.allow(MANY);
	const two = ask(first!, 'e');
	await two.done;
	expect(two.text).toBe('e');
});

test('an answer does not run away from the tab that reads it', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	await first!.allow(MANY);
	const unread = second!
		.ask('word '.repeat(2000), ROOM, { signal: undefined })
		[Symbol.asyncIterator]();
	await unread.next();
	let said = 0;
	await until(async () => said === (said = (await first!.see()).words) && said > 1);
	expect(said).toBeLessThan(100);
	await unread.return?.();
});

test('the tab that holds the model is killed in the middle: another loads it and answers anew', async () => {
	const [first, second, third] = await openTabs(3);
	await hosting(first!);
	const answer = ask(second!, 'one two three');
	await first!.allow(1);
	await until(() => answer.text === 'one ');
	const waiting = ask(third!, 'four');
	await until(async () => (await third!.see()).status === 'queued');
	kill(first!);
	await second!.allow(MANY);
	await third!.allow(MANY);
	await Promise.all([answer.done, waiting.done]);
	expect(answer.deltas).toContainEqual({ type: 'restarted', lost: 'tab' });
	expect(answer.text).toBe('one one two three');
	expect(waiting.text).toBe('four');
	const [b, c] = [await second!.see(), await third!.see()];
	expect(b.loads + c.loads).toBe(1);
	expect([b.holder, c.holder].toSorted()).toEqual(['other-tab', 'this-tab']);
});

test('a tab that is killed while it is answered holds up nobody', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const cut = ask(second!, 'a b c');
	cut.done.catch(() => {});
	await first!.allow(1);
	await until(() => cut.text === 'a ');
	kill(second!);
	await until(async () => (await first!.see()).tabs === 1);
	await first!.allow(MANY);
	const answer = ask(first!, 'd');
	await answer.done;
	expect(answer.text).toBe('d');
	expect((await first!.see()).loads).toBe(1);
});

test('a tab that holds the model and does nothing any more loses it to another', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const answer = ask(second!, 'one two');
	await first!.allow(1);
	await until(() => answer.text === 'one ');
	void first!.hang();
	await second!.allow(MANY);
	await answer.done;
	expect(answer.text).toBe('one one two');
	expect(await second!.see()).toMatchObject({ holder: 'this-tab', loads: 1 });
});

test('a frozen tab gives the model up, and lets go of its own when it is back', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const answer = ask(second!, 'one two');
	await first!.allow(1);
	await until(() => answer.text === 'one ');
	await first!.suspend();
	await second!.allow(MANY);
	await answer.done;
	expect(answer.text).toBe('one one two');
	await first!.resume();
	await until(async () => !(await first!.see()).isLoaded);
	const back = ask(first!, 'three');
	await back.done;
	expect(back.text).toBe('three');
	expect([(await first!.see()).loads, (await second!.see()).loads]).toEqual([1, 1]);
});

test('a frozen tab that nobody missed goes on with the model it has', async () => {
	const [first] = await openTabs(1);
	await hosting(first!);
	await first!.suspend();
	await first!.resume();
	await first!.allow(1);
	await ask(first!, 'again').done;
	expect(await first!.see()).toMatchObject({ holder: 'this-tab', loads: 1, isLoaded: true });
});

test('a tab that is frozen while it is answered does not hold up the others', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	const cut = ask(second!, 'a b c');
	await first!.allow(1);
	await until(() => cut.text === 'a ');
	await second!.suspend();
	await until(async () => (await first!.see()).work === 'idle' || cut.types.length > 0);
	await first!.allow(MANY);
	await cut.done;
	expect(cut.text).toBe('a a b c');
});

test('two tabs that want different packs get each its own, one after the other', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	await first!.allow(MANY);
	const one = ask(first!, 'a b');
	const two = ask(second!, 'c', { room: 2048 });
	await Promise.all([one.done, two.done]);
	expect([one.text, two.text]).toEqual(['a b', 'c']);
	expect(await first!.see()).toMatchObject({ loads: 2 });
	const three = ask(first!, 'd');
	await three.done;
	expect(await first!.see()).toMatchObject({ loads: 3, status: 'ready' });
});

test('any tab can free the memory, but not while it is in use', async () => {
	const [first, second] = await openTabs(2);
	await hosting(first!);
	await second!.look();
	await until(async () => (await second!.see()).holder === 'other-tab');
	const answer = ask(first!, 'a');
	await until(async () => (await first!.see()).status === 'generating');
	await expect(Promise.resolve(second!.unload())).rejects.toMatchObject({ code: 'busy' });
	await first!.allow(MANY);
	await answer.done;
	await second!.unload();
	expect(await first!.see()).toMatchObject({ isLoaded: false, holder: undefined });
	const again = ask(second!, 'b');
	await again.done;
	expect(again.text).toBe('b');
});

test('pages of different versions share nothing', async () => {
	const [old] = await openTabs(1);
	const fresh = await openTab(`${name}:next`);
	await hosting(old!);
	await hosting(fresh);
	expect(await old!.see()).toMatchObject({ tabs: 1, holder: 'this-tab' });
});
