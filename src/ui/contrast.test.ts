import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');

function coloursIn(text: string): Map<string, { light: string; dark: string }> {
	return new Map(
		[...text.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
			([, name = '', light = '', dark = '']) => [name, { light, dark }],
		),
	);
}

const colours = coloursIn(usual);
const strongColours = new Map([...colours, ...coloursIn(more)]);

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'sunken', 'accent-soft', 'danger-soft'];
const pairs: [text: string, ground: string, least: number][] = [
	...grounds.flatMap((ground): typeof pairs => [
		['text', ground, 4.5],
		['muted', ground, 4.5],
	]),
	...['ground', 'surface', 'accent-soft'].map((ground): (typeof pairs)[0] => [
		'accent',
		ground,
		4.5,
	]),
	...['surface', 'sunken', 'danger-soft'].map((ground): (typeof pairs)[0] => [
		'danger',
		ground,
		4.5,
	]),
	...['keyword', 'string', 'number', 'title', 'type', 'name'].map((kind): (typeof pairs)[0] => [
		`code-${kind}`,
		'sunken',
		4.5,
	]),
	['on-accent', 'accent', 4.5],
	['on-danger', 'danger', 4.5],
	// Not text: the outline of what can be pressed.
	['line-strong', 'ground', 3],
	['line-strong', 'surface', 3],
];

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
	test.each(pairs)('%s on %s is at least %d', (text, ground, least) => {
		const [a, b] = [colours.get(text), colours.get(ground)];
		expect(contrast(a?.[scheme] ?? '', b?.[scheme] ?? '')).toBeGreaterThanOrEqual(least);
	});

	test.each(pairs.filter(([text]) => !text.startsWith('code-')))(
		'%s on %s is at least 7 where more contrast is asked for',
		(text, ground, least) => {
			const [a, b] = [strongColours.get(text), strongColours.get(ground)];
			const wanted = least === 3 ? 4.5 : 7;
			expect(contrast(a?.[scheme] ?? '', b?.[scheme] ?? '')).toBeGreaterThanOrEqual(wanted);
		},
	);
});
