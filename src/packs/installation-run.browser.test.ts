import { afterEach, expect, test, vi } from 'vitest';
import { faultServer } from '../../e2e/fixtures/fault-client.ts';
import { defaultHosts } from './hub/pack-hosts.ts';
import type { Installation } from './installation.ts';
import { InstallationRun } from './installation-run.ts';
import { startInstallerWorker, type InstallerProcess } from './installer-process.ts';
import { Installer } from './installer.ts';
import { installerParts, testPolicy } from './testing/installer-parts.ts';
import { pathOf, servePack } from './testing/served-pack.ts';

afterEach(() => void vi.useRealTimers());

/** A run over a server that fails once, whose worker waits `after` milliseconds; with what it has shown. */
async function runOverFailure(startWorker: () => InstallerProcess, after: number) {
	const manifest = await servePack({ wllama: { 'model.gguf': [40_000, 1] } });
	await faultServer.script(pathOf(manifest.id, 'model.gguf'), [{ status: 503 }]);
	const parts = installerParts();
	// No pause of its own: only the wait for the connection is at stake.
	const installer = new Installer({ ...parts, policy: { ...testPolicy, attempts: 1 } });
	const shown: Installation[] = [];
	const start = (): InstallerProcess => {
		const worker = startWorker();
		return {
			...parts,
			installer: {
				install: (...args) => installer.install(...args),
				verify: (...args) => installer.verify(...args),
				connectionBack: (_, o) => worker.installer.connectionBack(after, o),
			},
			stop: () => worker.stop(),
		};
	};
	const request = {
		manifest,
		engine: 'wllama',
		baseUrl: faultServer.url,
		hosts: defaultHosts,
	} as const;
	const run = new InstallationRun(request, 0, start, (step) => shown.push(step));
	return { run, shown };
}

const waited = (shown: Installation[]) => shown.filter(({ state }) => state === 'waiting').length;

test('it goes on by itself in a page whose timers stand still, as a hidden one’s nearly do', async () => {
	const { run, shown } = await runOverFailure(startInstallerWorker, 20);
	vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
	expect(await run.run()).toBe(true);
	expect(waited(shown)).toBe(1);
});

test('where the worker dies meanwhile the page waits, and starts another', async () => {
	let started = 0;
	const { run, shown } = await runOverFailure(() => {
		started++;
		const worker = startInstallerWorker();
		queueMicrotask(() => worker.stop());
		return worker;
	}, 60_000);
	vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
	const running = run.run();
	await vi.waitFor(() => expect(waited(shown)).toBe(1));
	expect(started).toBe(1);
	await vi.advanceTimersByTimeAsync(15_000);
	expect(await running).toBe(true);
	expect(started).toBe(2);
});

test('to be told to try again ends the wait in both', async () => {
	const { run, shown } = await runOverFailure(startInstallerWorker, 600_000);
	const running = run.run();
	await expect.poll(() => waited(shown)).toBe(1);
	run.retryNow();
	expect(await running).toBe(true);
});

test('to be stopped ends the wait, and nothing is tried any more', async () => {
	const { run, shown } = await runOverFailure(startInstallerWorker, 600_000);
	const running = run.run();
	await expect.poll(() => waited(shown)).toBe(1);
	await run.stop();
	expect(await running).toBe(false);
});
