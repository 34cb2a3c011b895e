import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Sha1 = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Entries of all pages together. Real repositories of models have a few hundred at most. */
export const MOST_ENTRIES = 10_000;

const Commit = v.object({ sha: Sha1 });

const Entry = v.object({
	type: v.pipe(v.string(), v.maxLength(20)),
	path: v.pipe(v.string(), v.maxLength(1000)),
	size: v.optional(Count, 0),
	/** SHA-1 of the git blob. Of a large file that is the blob of its pointer, which says nothing of the bytes. */
	oid: v.optional(v.string()),
	/** Large files are kept outside git, under the SHA-256 of their bytes. */
	lfs: v.optional(v.object({ oid: Sha256, size: Count })),
});

/** A file of a repository as its hub lists it: by the SHA-256 of its bytes or, if small, by its git blob's SHA-1. */
export interface ListedFile {
	readonly path: string;
	readonly bytes: number;
	readonly digest: { readonly sha256: string } | { readonly gitSha1: string };
}

/** Checks what a hub says a revision stands for: a commit. Throws `corrupt`, reason `listing`. */
export function parseCommit(json: unknown): string {
	return check(Commit, json).sha;
}

/** Checks one page of a hub's list of files. Folders are left out. Throws `corrupt`, reason `listing`. */
export function parseTree(json: unknown): ListedFile[] {
	const entries = check(v.pipe(v.array(Entry), v.maxLength(MOST_ENTRIES)), json);
	return entries.filter(({ type }) => type === 'file').map(listedFile);
}

function listedFile({ path, size, oid, lfs }: v.InferOutput<typeof Entry>): ListedFile {
	if (lfs) return { path, bytes: lfs.size, digest: { sha256: lfs.oid } };
	return { path, bytes: size, digest: { gitSha1: check(Sha1, oid) } };
}

/** The cursor of the page that follows, if the Link header names one (RFC 8288). Only that much of it is believed. */
export function nextCursor(link: string | null): string | undefined {
	const [, target] = /<([^>]{1,4000})>\s*;[^,]*\brel="?next"?/i.exec(link ?? '') ?? [];
	if (!target) return undefined;
	const query = target.slice(target.indexOf('?') + 1);
	return new URLSearchParams(query).get('cursor') ?? undefined;
}

function check<Schema extends v.GenericSchema>(schema: Schema, json: unknown) {
	const result = v.safeParse(schema, json);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw badListing(`${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** The failure when a hub answers something that is no list of files. */
export function badListing(message: string): AppError {
	return new AppError('corrupt', `list of files: ${message}`, { data: { reason: 'listing' } });
}
