import { expect, test } from 'vitest';
import { tryTemplate } from './try-template.ts';

const chatMl = `{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}`;

test.each([
	['as models have it', chatMl],
	['that this interpreter cannot read', '{% no such thing %}'],
	['that refuses', "{{ raise_exception('no system messages') }}"],
	['that looks for the world', '{{ messages.constructor.constructor("postMessage(1)")() }}'],
	['that asks for prototypes', '{{ messages.__proto__.polluted }}{{ ({}).constructor }}'],
])('a template %s is let through, and does nothing here', async (_what, template) => {
	await tryTemplate(template);
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

const twice = '{% set ns.x = ns.x + ns.x %}';

test.each([
	[
		'loops for ever',
		`{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}`,
	],
	['writes without end', `{% set ns = namespace(x='x') %}${twice.repeat(22)}{{ ns.x }}`],
	['is itself without end', 'x'.repeat(500_000)],
])('a template that %s is stopped', async (_what, template) => {
	await expect(tryTemplate(template)).rejects.toMatchObject({
		code: 'invalid-input',
		data: { reason: 'endless-template' },
	});
});

test('stops when the person does', async () => {
	const controller = new AbortController();
	const trying = tryTemplate(
		'{% for a in range(99999) %}'.repeat(3) + '{% endfor %}'.repeat(3),
		controller,
	);
	controller.abort();
	await expect(trying).rejects.toMatchObject({ code: 'aborted' });
});
