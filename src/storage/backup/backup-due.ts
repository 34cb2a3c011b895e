/** What the reminder of a backup goes by. Moments are in milliseconds since the epoch. */
export interface BackupFacts {
	readonly now: number;
	readonly last: { readonly at: number; readonly messages: number } | null;
	readonly messages: number;
	/** When the oldest conversation was begun. */
	readonly begunAt: number | undefined;
	readonly putOffAt: number | null;
}

const DAY = 24 * 60 * 60_000;
const OLD = 30 * DAY;
const PUT_OFF_FOR = 90 * DAY;
const FEW = 10;

/** Messages that no backup holds yet. */
export function messagesSince({ last, messages }: Pick<BackupFacts, 'last' | 'messages'>): number {
	return Math.max(0, messages - (last?.messages ?? 0));
}

/**
 * Whether there is so much that no backup holds, for so long, that a word is due: ten messages, and thirty days. A clock
 * that was set back brings no reminder.
 */
export function isBackupDue(facts: BackupFacts): boolean {
	const { now, last, begunAt, putOffAt } = facts;
	if (putOffAt !== null && now - putOffAt < PUT_OFF_FOR) return false;
	const since = last?.at ?? begunAt;
	return since !== undefined && now - since >= OLD && messagesSince(facts) >= FEW;
}
