import { expect, test } from 'playwright/test';
import { AppServer } from './fixtures/app-server.ts';
import { Profile } from './fixtures/profile.ts';
import { QuernPage } from './pages/quern-page.ts';

test('where the browser keeps nothing for any site, it is said, and the rest of the app works', async () => {
	const server = await new AppServer().start();
	const profile = await Profile.createWithoutStorage();
	try {
		const quern = new QuernPage(await profile.launch({ webgpu: false }));
		const { page, messages } = quern;
		await quern.open(server.url);
		const isRefused = await page.evaluate(
			() =>
				new Promise<boolean>((resolve) => {
					const request = indexedDB.open('any');
					request.onsuccess = () => resolve(false);
					request.onerror = () => resolve(true);
				}),
		);
		expect(isRefused).toBe(true);
		await expect(page.getByText(messages.app.databaseClosed)).toBeVisible();
		await expect(page.getByText(messages.app.databaseClosedNext)).toBeVisible();

		// What needs the storage says why it was not done.
		await quern.getModel.click();
		await expect(page.getByText(messages.errors.internal({ reason: 'database' }))).toBeVisible();
		expect(server.packRequests).toEqual([]);

		await page.goto(`${server.url}#/settings`);
		await page.getByText('Français', { exact: true }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		await page.reload();
		await expect(page.getByRole('main')).toBeVisible();
	} finally {
		await profile.remove();
		await server.stop();
	}
});
