// `npm test`: installs what is missing, runs every check, and closes with one line over all of them.
// `npm test -- unit e2e` runs only the stages named.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { ensureBuild } from './build.mjs';
import { exitAfter, root, run, runNode } from './run.mjs';
import {
	ensureChromium,
	ensureEmbeddings,
	ensureHalfFloatDriver,
	ensurePackages,
	ensureStarter,
} from './setup.mjs';

const bin = {
	eslint: 'node_modules/eslint/bin/eslint.js',
	playwright: 'node_modules/playwright/cli.js',
	prettier: 'node_modules/prettier/bin/prettier.cjs',
	svelteCheck: 'node_modules/svelte-check/bin/svelte-check',
	tsc: 'node_modules/typescript/bin/tsc',
	vitest: 'node_modules/vitest/vitest.mjs',
};

/** @typedef {{ passed: number, failed: number }} Count */

/** Runs one program that either passes or fails. */
async function check(script, args) {
	const { code } = await runNode(script, args);
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project) {
	const report = `.cache/test/${project}.json`;
	const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
	const { code } = await runNode(bin.vitest, [...args, `--outputFile.json=${report}`]);
	const result = await readReport(report);
	const failed = result.numFailedTests ?? 0;
	return { passed: result.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function playwright() {
	const report = '.cache/test/e2e.json';
	const { code } = await runNode(bin.playwright, ['test', '--config=e2e/playwright.config.ts'], {
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
	});
	const { stats = {} } = await readReport(report);
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
	if (flaky > 0) console.log(`${flaky} passed only at the second try.`);
	const failed = unexpected + skipped;
	return { passed: expected + flaky, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** The compiled libraries' kernels, run on the software adapter against numpy. */
async function foundry() {
	if (!(await ensureHalfFloatDriver())) {
		console.log('No adapter with half floats: their kernels are tested in single precision.');
	}
	const { code, output } = await run('python3', ['foundry/tests/run_shipped.py'], {
		capture: true,
	});
	process.stdout.write(output);
	const match = /(\d+) passed, (\d+) failed\s*$/.exec(output);
	if (!match) return { passed: 0, failed: 1 };
	const failed = Number(match[2]);
	return { passed: Number(match[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function readReport(path) {
	const url = new URL(path, root);
	return existsSync(url) ? JSON.parse(await readFile(url, 'utf8')) : {};
}

/** @type {Record<string, () => Promise<Count>>} */
const stages = {
	'types: pages': () =>
		check(bin.svelteCheck, ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
	'types: workers': () => check(bin.tsc, ['-p', 'tsconfig.worker.json']),
	'types: service worker': () => check(bin.tsc, ['-p', 'tsconfig.sw.json']),
	'types: tests': () => check(bin.tsc, ['-p', 'tsconfig.node.json']),
	lint: () => check(bin.eslint, ['.']),
	format: () => check(bin.prettier, ['--check', '--log-level=warn', '.']),
	unit: () => vitest('unit'),
	browser: () => vitest('browser'),
	foundry,
	e2e: playwright,
};

await exitAfter(async () => {
	const wanted = process.argv.slice(2);
	await ensurePackages();
	await ensureChromium();
	await ensureStarter();
	if (!(await ensureEmbeddings())) console.log('The tests of embedding will fail.');
	await rm(new URL('.cache/test/', root), { recursive: true, force: true });
	await mkdir(new URL('.cache/test/', root), { recursive: true });
	await ensureBuild();

	const total = { passed: 0, failed: 0 };
	const summary = [];
	for (const [name, stage] of Object.entries(stages)) {
		if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
		console.log(`\n── ${name}`);
		const began = Date.now();
		const { passed, failed } = await stage();
		total.passed += passed;
		total.failed += failed;
		const seconds = Math.round((Date.now() - began) / 1000);
		summary.push(
			`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
		);
	}
	console.log(`\n${summary.join('\n')}\n`);
	console.log(`${total.passed} passed, ${total.failed} failed`);
	return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
