import { expect, test } from 'vitest';
import { opensLikePage } from './web-page.ts';

const encode = (text: string) => new TextEncoder().encode(text);

test.each([
	'<!DOCTYPE html><html>',
	'<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">',
	'\uFEFF\r\n  <html lang="fa">',
	'<script>location="http://portal/"</script>',
	'<meta http-equiv="refresh" content="0">',
])('%s is a page', (text) => {
	expect(opensLikePage(encode(text))).toBe(true);
});

test.each(['', 'GGUF\u0003', '{"html": "<html>"}', '<?xml version="1.0"?>', 'text <html>'])(
	'%s is no page',
	(text) => {
		expect(opensLikePage(encode(text))).toBe(false);
	},
);

test('weights are no page', () => {
	expect(opensLikePage(new Uint8Array(4096).fill(0x3c))).toBe(false);
});
