import type { IncomingMessage } from 'node:http';

export interface ServerOptions {
	/** Folder to serve. */
	root: string;
	/** 0 takes a free one. */
	port?: number;
	/** False leaves the security headers out, as plain hosts do. */
	secure?: boolean;
	onRequest?: (request: IncomingMessage) => void;
}

export function startServer(
	options: ServerOptions,
): Promise<{ url: string; port: number; close: () => Promise<void> }>;
