/** What a Content-Range header says: first and last byte, both included; total is undefined for `*`. */
export interface ContentRange {
	readonly first: number;
	readonly last: number;
	readonly total: number | undefined;
}

/** Parses a satisfied byte range (RFC 9110, 14.4); undefined if it is anything else. */
export function parseContentRange(header: string | null): ContentRange | undefined {
	const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header ?? '');
	if (!match) return undefined;
	const [, first, last, total] = match;
	return {
		first: Number(first),
		last: Number(last),
		total: total === '*' ? undefined : Number(total),
	};
}
