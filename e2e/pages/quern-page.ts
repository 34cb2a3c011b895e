import { expect, type Locator, type Page } from 'playwright/test';
import en from '../../src/i18n/locales/en.ts';
import type { Messages } from '../../src/i18n/locales/en.ts';

/** The starter goes on about this for minutes on any test machine: time enough to stop it, or to kill it. */
export const LONG_QUESTION =
	'Write a very long story about a sailor who crosses the ocean, day by day, with every detail.';

/** Quern as a person finds it on the screen: by role and by words, in the language of `messages`. */
export class QuernPage {
	constructor(
		readonly page: Page,
		readonly messages: Messages = en,
	) {}

	/** The one button of the first run. Its label holds the size, so it is found by what is before that. */
	get getModel(): Locator {
		const label = this.messages.models.get({ bytes: 0 }).split(/[(\uff08]/)[0] ?? '';
		return this.page.getByRole('button', { name: label.trim() });
	}

	get composer(): Locator {
		return this.page.getByRole('textbox', { name: this.messages.chat.composer });
	}

	get answers(): Locator {
		return this.page.getByRole('article', { name: this.messages.chat.answer, exact: true });
	}

	get lastAnswer(): Locator {
		return this.answers.last();
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** Opens the app and waits until it is drawn. */
	async open(url: string): Promise<void> {
		await this.page.goto(url);
		await expect(this.page.getByRole('main')).toBeVisible();
	}

	/** Takes the starter model from the first-run page and waits until it can be talked to. */
	async install(): Promise<void> {
		await this.getModel.click();
		await this.expectInstalled();
	}

	async expectInstalled(): Promise<void> {
		await expect(this.composer).toBeVisible({ timeout: 180_000 });
	}

	async ask(question: string): Promise<void> {
		await this.composer.fill(question);
		await this.button(this.messages.chat.send).click();
	}

	/** Waits until the last answer is no longer being written. */
	async finished(count: number): Promise<string> {
		await expect(this.answers).toHaveCount(count);
		await expect(this.lastAnswer).toHaveAttribute('aria-busy', 'false', { timeout: 300_000 });
		return this.lastAnswer.innerText();
	}

	/** Waits until the last answer has a first word. */
	async begun(count: number): Promise<void> {
		await expect(this.answers).toHaveCount(count);
		await expect(this.lastAnswer.locator('[dir="auto"]')).toHaveText(/\S/, { timeout: 300_000 });
	}
}
