import { defineConfig } from 'playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	// One software GPU and two cores: journeys run one after the other.
	workers: 1,
	// A crowded CI machine gets a second try; what needed it is listed as flaky and counted aloud.
	retries: process.env.CI ? 1 : 0,
	timeout: 5 * 60_000,
	expect: { timeout: 60_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
});
