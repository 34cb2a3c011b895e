import type { BrowserContext, Page } from 'playwright';
import type { Lab } from './lab.ts';
import type { Question, Turn } from './pages/subject.ts';

/** A module in `pages/subjects/` and its options, as the address of a page. */
export type SubjectQuery = `subject=${string}`;

/** A page that holds one subject, driven from here and timed there. */
export class SubjectPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Opens a fresh page and loads the subject's own code. */
	static async open(lab: Lab, context: BrowserContext, query: SubjectQuery): Promise<SubjectPage> {
		const page = await context.newPage();
		await page.goto(`${lab.siteUrl}?${query}`);
		await page.evaluate(async () => void (await bench.subject()));
		return new SubjectPage(page);
	}

	prepare(): Promise<void> {
		return this.page.evaluate(async () => (await bench.subject()).prepare());
	}

	/** Loads the model and returns how long it took, in milliseconds. */
	load(): Promise<number> {
		return this.page.evaluate(async () => {
			const subject = await bench.subject();
			const start = performance.now();
			await subject.load();
			return performance.now() - start;
		});
	}

	generate(question: Question): Promise<Turn> {
		return this.page.evaluate(async (asked) => (await bench.subject()).generate(asked), question);
	}

	close(): Promise<void> {
		return this.page.close();
	}
}
