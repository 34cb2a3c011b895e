import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ServerOptions {
	/** Folder to serve. */
	root: string;
	/** 0 takes a free one. */
	port?: number;
	/** False leaves the security headers out, as plain hosts do. */
	secure?: boolean;
	/** Sees every request first; true says that it answers. */
	intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export function startServer(
	options: ServerOptions,
): Promise<{ url: string; port: number; close: () => Promise<void> }>;
