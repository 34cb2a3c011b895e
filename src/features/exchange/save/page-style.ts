/** The look of a page that was saved: by the fonts of whoever reads it, on a screen and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Naskh Arabic', 'Geeza Pro', Tahoma, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
body { max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; }
:is(:lang(fa), :lang(ar)) { line-height: 1.75; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { margin-block: 1.5rem 0.25rem; font-size: 0.875rem; opacity: 0.75; }
:is(h3, h4, h5, h6) { font-size: 1rem; }
.date { opacity: 0.75; font-size: 0.875rem; }
[dir='auto'] { unicode-bidi: plaintext; text-align: start; }
:is(p, li, td, th, .address, code) { overflow-wrap: anywhere; }
.source { white-space: pre-wrap; }
.user { padding: 0.25rem 1rem; border-inline-start: 3px solid; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; white-space: pre-wrap; line-height: 1.4; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid; }
table { border-collapse: collapse; }
:is(th, td) { padding: 0.25rem 0.5rem; border: 1px solid; text-align: start; vertical-align: top; }
.center { text-align: center; }
.end { text-align: end; }
.task { list-style: none; }
.address { font-size: 0.875rem; }
main + main { margin-block-start: 4rem; }
@media print {
	:root { color-scheme: light; font-size: 11pt; }
	body { max-inline-size: none; margin: 0; padding: 0; }
	main + main { break-before: page; margin: 0; }
	:is(h1, h2, h3, h4) { break-after: avoid; }
	:is(pre, blockquote, tr) { break-inside: avoid; }
}
`;
