/** What conversations are saved as. */
export type FileKind = 'markdown' | 'html' | 'json';

export const fileKinds: readonly FileKind[] = ['markdown', 'html', 'json'];

const ENDINGS: Readonly<Record<FileKind, string>> = { markdown: 'md', html: 'html', json: 'json' };

/** A name that sorts by day. It holds no word of what was written: names show where files do not. */
export function fileNameOf(kind: FileKind, moment: number): string {
	return `quern-conversations-${new Date(moment).toISOString().slice(0, 10)}.${ENDINGS[kind]}`;
}
