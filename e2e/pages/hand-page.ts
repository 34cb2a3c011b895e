import { expect, type Locator } from 'playwright/test';
import { QuernPage } from './quern-page.ts';

/** The pages of passing on and receiving, as the two people see them. */
export class HandPage extends QuernPage {
	get qrCode(): Locator {
		return this.page.getByRole('img', { name: this.messages.hand.qrCode });
	}

	/** The number that both screens show. */
	get number(): Locator {
		return this.page.getByText(/^\d{3} \d{3}$/);
	}

	/** From the models' page to the first code. */
	async beginToPassOn(url: string): Promise<void> {
		await this.page.goto(`${url}#/models`);
		await this.page.getByRole('link', { name: this.messages.hand.passOn }).click();
		const begin = this.page.getByRole('button', { name: /SmolLM2/ });
		await begin.or(this.button(this.messages.hand.connectAgain)).click();
		await expect(this.qrCode).toBeVisible();
	}

	/** The code that is shown, as text. */
	async code(): Promise<string> {
		await expect(this.qrCode).toBeVisible();
		await this.page.getByText(this.messages.hand.codeAsText).click();
		return this.page.locator('code').innerText();
	}

	async paste(code: string): Promise<void> {
		await this.page.getByRole('textbox', { name: this.messages.hand.pasteCode }).fill(code);
		await this.button(this.messages.hand.take).click();
	}
}
