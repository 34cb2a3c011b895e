// What a fresh machine lacks: packages, the starter pack, a browser. Plain Node: nothing is installed yet.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { PlainError, root, run, runNode } from './run.mjs';

const stamp = new URL('node_modules/.quern-lock', root);

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const isRecent = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
	if (!isRecent) {
		throw new PlainError(
			`Quern needs Node 20.19 or newer (22.12 or newer of version 22); this is ${process.versions.node}. ` +
				'Install a newer Node and run the command again.',
		);
	}
}

/** Installs the npm packages of the lock file, unless exactly they are there. */
export async function ensurePackages() {
	checkNode();
	const lock = createHash('sha256')
		.update(await readFile(new URL('package-lock.json', root)))
		.digest('hex');
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === lock) return;
	console.log('Installing packages…');
	// Not `npm ci`: it refuses a lock file without the builds of optional packages for other platforms, which
	// npm leaves out where a registry does not carry them. `install` keeps the locked versions as well.
	const { code } = await run('npm', ['install', '--no-save', '--loglevel=error']);
	if (code !== 0) {
		throw new PlainError(
			'npm could not install the packages. Check the network connection and run the command again.',
		);
	}
	await mkdir(new URL('node_modules/', root), { recursive: true });
	await writeFile(stamp, lock);
}

/** Fetches and converts the starter model's weights, unless they are there. */
export async function ensureStarter() {
	const { code } = await runNode('scripts/prepare-starter.mjs', []);
	if (code !== 0) throw new PlainError('The starter model could not be prepared (see above).');
}

/** Fetches the embedding model, unless it is there. Returns whether it is: the app runs without it. */
export async function ensureEmbeddings() {
	return (await runNode('scripts/prepare-embeddings.mjs', [])).code === 0;
}

/** Finds a Chromium, or installs one: Playwright's, else Debian's package. Returns its path. */
export async function ensureChromium() {
	const { findChromium } = await import('./chromium.mjs');
	if (findChromium()) return findChromium();
	console.log('Installing Chromium…');
	await runNode('node_modules/playwright/cli.js', ['install', 'chromium'], { capture: true });
	if (findChromium()) return findChromium();
	await installDebianPackage('chromium');
	if (findChromium()) return findChromium();
	throw new PlainError(
		'The tests need a Chromium. Install Chromium or Chrome, or set QUERN_CHROMIUM to its path.',
	);
}

/**
 * Installs Mesa's software Vulkan driver where it is missing and apt-get works: it computes with real half
 * floats. Returns whether it is there; without it the half-float kernels are tested in single precision.
 */
export async function ensureHalfFloatDriver() {
	const isThere = () =>
		existsSync('/usr/share/vulkan/icd.d') &&
		readdirSync('/usr/share/vulkan/icd.d').some((name) => name.startsWith('lvp_icd'));
	if (!isThere()) await installDebianPackage('mesa-vulkan-drivers');
	return isThere();
}

/** Tries to; where there is no apt-get, or no right to use it, nothing happens. */
async function installDebianPackage(name) {
	await run('apt-get', ['update', '-qq'], { capture: true });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
		capture: true,
		env: { DEBIAN_FRONTEND: 'noninteractive' },
	});
}
