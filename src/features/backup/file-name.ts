/** A name that sorts by day: `quern-2026-11-24.quern-backup`. */
export function backupFileName(moment: number): string {
	return `quern-${new Date(moment).toISOString().slice(0, 10)}.quern-backup`;
}
