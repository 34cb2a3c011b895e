import { describeAdapter } from './adapter.ts';
import type { Subject } from './subject.ts';

interface SubjectModule {
	createSubject(options: URLSearchParams): Subject | Promise<Subject>;
}

/** What is measured: `?subject=` names a module in `subjects/`. Each page loads one subject's code only. */
const subjects = import.meta.glob<SubjectModule>('./subjects/*.ts');

async function importSubject(options: URLSearchParams): Promise<Subject> {
	const name = options.get('subject');
	const load = subjects[`./subjects/${name}.ts`];
	if (!load) throw new Error(`there is no subject ${name}`);
	return (await load()).createSubject(options);
}

/** The driver's handle on the page. */
const bench = {
	describeAdapter,
	subject: () => (subject ??= importSubject(new URLSearchParams(location.search))),
};
let subject: Promise<Subject> | undefined;

export type Bench = typeof bench;
declare global {
	var bench: Bench;
}
globalThis.bench = bench;
