import { describe, expect, it } from 'vitest';
import { answerReserve, fitContextWindow } from './context-window.ts';
import type { Message } from './engine.ts';

const system: Message = { role: 'system', content: 'Be brief.' };
const user = (content: string): Message => ({ role: 'user', content });
const assistant = (content: string): Message => ({ role: 'assistant', content });

const chat = [system, user('a'), assistant('A'), user('b'), assistant('B'), user('c')];

describe('fitContextWindow', () => {
	it('keeps everything that fits exactly', () => {
		const fit = fitContextWindow(chat, [5, 10, 10, 10, 10, 5], { window: 60, reserve: 10 });
		expect(fit).toEqual({ messages: chat, turns: 0 });
	});

	it('leaves out the oldest turn with its answer, and keeps the system message', () => {
		const fit = fitContextWindow(chat, [5, 10, 10, 10, 10, 5], { window: 59, reserve: 10 });
		expect(fit.turns).toBe(1);
		expect(fit.messages).toEqual([system, user('b'), assistant('B'), user('c')]);
	});

	it('leaves out every turn but the last if need be', () => {
		const fit = fitContextWindow(chat, [5, 90, 90, 90, 90, 40], { window: 60, reserve: 10 });
		expect(fit).toEqual({ messages: [system, user('c')], turns: 2 });
	});

	it('counts a message that was never answered as a turn', () => {
		const messages = [user('a'), user('b'), assistant('B'), user('c')];
		const fit = fitContextWindow(messages, [20, 10, 10, 10], { window: 50, reserve: 10 });
		expect(fit).toEqual({ messages: messages.slice(1), turns: 1 });
	});

	it('names limit and need where the last message alone is too long', () => {
		expect(() => fitContextWindow(chat, [5, 1, 1, 1, 1, 46], { window: 60, reserve: 10 })).toThrow(
			expect.objectContaining({
				code: 'invalid-input',
				data: { reason: 'context-window', limit: 50, needed: 51 },
			}),
		);
	});

	it('keeps the question of an answer that is gone on with', () => {
		const begun = [...chat, assistant('C')];
		const tokens = [5, 10, 10, 10, 10, 5, 20];
		expect(fitContextWindow(begun, tokens, { window: 40, reserve: 10 })).toEqual({
			messages: [system, user('c'), assistant('C')],
			turns: 2,
		});
		expect(() => fitContextWindow(begun, tokens, { window: 39, reserve: 10 })).toThrow(
			expect.objectContaining({ data: { reason: 'context-window', limit: 29, needed: 30 } }),
		);
	});

	it('keeps the same beginning for several turns once it has begun to leave out', () => {
		const window = { window: 1000, reserve: 200 };
		const beginnings = new Set<string>();
		for (let turns = 17; turns < 21; turns++) {
			const messages = Array.from({ length: turns }, (_, i) => [user(`u${i}`), assistant(`a${i}`)]);
			const all = [...messages.flat(), user('last')];
			const { messages: kept } = fitContextWindow(
				all,
				all.map(() => 24),
				window,
			);
			expect(kept.length * 24).toBeLessThanOrEqual(800);
			beginnings.add(kept[0]!.content);
		}
		expect(beginnings.size).toBe(1);
	});
});

describe('answerReserve', () => {
	it.each([
		[{ messages: [], maxTokens: 40 }, 4096, 40],
		[{ messages: [] }, 4096, 512],
		[{ messages: [] }, 400, 100],
		[{ messages: [], maxTokens: 5000 }, 4096, 1024],
	])('%j in %d tokens keeps %d', (request, window, reserve) => {
		expect(answerReserve(request, window)).toBe(reserve);
	});
});
