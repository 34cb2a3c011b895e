import { expect, test } from 'vitest';
import { deviceKind, type Platform } from './device-kind.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit}`;

test.each<[string, Partial<Platform>, string]>([
	[
		'iPhone',
		{ userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webKit}` },
		'iphone',
	],
	['iPad', { userAgent: mac, maxTouchPoints: 5 }, 'iphone'],
	['Mac', { userAgent: mac }, 'computer'],
	[
		'Android phone',
		{ userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Mobile Safari/537.36' },
		'phone',
	],
	['Android tablet', { userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Safari/537.36' }, 'phone'],
	['Firefox on Android', { userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:150.0)' }, 'phone'],
	['a browser that hides its name', { userAgentData: { mobile: true } }, 'phone'],
	[
		'Windows with a touch screen',
		{ userAgent: '(Windows NT 10.0)', maxTouchPoints: 10 },
		'computer',
	],
	['Linux', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' }, 'computer'],
])('%s', (_, platform, kind) => {
	expect(deviceKind({ userAgent: '', maxTouchPoints: 0, ...platform })).toBe(kind);
});
