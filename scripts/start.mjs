// `npm start`: from a fresh clone to Quern in the browser. `--dev` runs Vite's dev server instead.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.mjs';
import { exitAfter, PlainError, root, runNode } from './run.mjs';
import { startServer } from './serve.mjs';
import { ensureEmbeddings, ensurePackages, ensureStarter } from './setup.mjs';

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Shows the page in the person's browser; where there is none, the address on the screen is enough. */
function openBrowser(url) {
	if (process.env.CI) return;
	const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
	child.on('error', () => {});
	child.unref();
}

await exitAfter(async () => {
	await ensurePackages();
	await ensureStarter();
	if (!(await ensureEmbeddings())) console.log('Quern runs without the embedding model.');
	if (process.argv.includes('--dev')) {
		return (await runNode('node_modules/vite/bin/vite.js', [])).code;
	}
	await ensureBuild();
	const port = Number(process.env.PORT ?? 4173);
	const { url } = await startServer({ root: fileURLToPath(new URL('dist/', root)), port }).catch(
		(error) => {
			throw new PlainError(
				error.code === 'EADDRINUSE'
					? `Port ${port} is taken. Stop what uses it, or choose another: PORT=8080 npm start`
					: `The server could not start: ${error.message}`,
			);
		},
	);
	console.log(`\nQuern is at ${url}\nPress Ctrl+C to stop the server; an installed Quern goes on.`);
	openBrowser(url);
	return 0;
});
