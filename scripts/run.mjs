// Runs a program and says plainly when it cannot.
import { spawn } from 'node:child_process';

export const root = new URL('../', import.meta.url);

/** A failure whose message is a sentence with the fix; no stack is shown for it. */
export class PlainError extends Error {}

/**
 * Runs a program in the project's folder with its output shown, or kept when `capture` is set.
 * @param {string} command
 * @param {string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when there is no such program
 */
export function run(command, args, { capture = false, env = {} } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
			shell: process.platform === 'win32',
		});
		let output = '';
		child.stdout?.on('data', (text) => (output += text));
		child.stderr?.on('data', (text) => (output += text));
		child.on('error', () => resolve({ code: 127, output }));
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/** Runs the program that a dependency installs, by the path of its script. */
export function runNode(script, args, options) {
	return run(process.execPath, [script, ...args], options);
}

/** Ends the process after `main`, showing a PlainError as its sentence alone. */
export async function exitAfter(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (error) {
		console.error(error instanceof PlainError ? `\n${error.message}` : error);
		process.exitCode = 1;
	}
}
