import { storesInBackup } from '../../storage/backup/backup-stores.ts';
import type { StoreChange } from '../../storage/backup/plan-restore.ts';
import type { RestoreChanges } from '../../storage/backup/restore-content.ts';

const COUNTED = ['added', 'changed', 'copied', 'kept', 'newerHere', 'removed'] as const;

/** What a restore does to all stores together. Without the person's word it leaves trusted programs as they are. */
export function summaryOf(changes: RestoreChanges, withTrust: boolean): StoreChange {
	const stores = storesInBackup.filter((store) => withTrust || store !== 'trustedLibraries');
	const sum = (kind: keyof StoreChange) =>
		stores.reduce((total, store) => total + changes[store][kind], 0);
	return Object.fromEntries(COUNTED.map((kind) => [kind, sum(kind)])) as unknown as StoreChange;
}
