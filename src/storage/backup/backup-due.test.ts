import { expect, test } from 'vitest';
import { isBackupDue, type BackupFacts } from './backup-due.ts';

const DAY = 24 * 60 * 60_000;
const facts = (change: Partial<BackupFacts> = {}): BackupFacts => ({
	now: 1000 * DAY,
	last: { at: 960 * DAY, messages: 100 },
	messages: 120,
	begunAt: 500 * DAY,
	putOffAt: null,
	...change,
});

test('after thirty days and ten messages a backup is due', () => {
	expect(isBackupDue(facts())).toBe(true);
	expect(isBackupDue(facts({ messages: 109 }))).toBe(false);
	expect(isBackupDue(facts({ last: { at: 971 * DAY, messages: 100 } }))).toBe(false);
});

test('without any backup, the days count from the first conversation', () => {
	expect(isBackupDue(facts({ last: null }))).toBe(true);
	expect(isBackupDue(facts({ last: null, begunAt: 990 * DAY }))).toBe(false);
	expect(isBackupDue(facts({ last: null, begunAt: undefined, messages: 0 }))).toBe(false);
});

test('put off, it stays quiet for ninety days', () => {
	expect(isBackupDue(facts({ putOffAt: 911 * DAY }))).toBe(false);
	expect(isBackupDue(facts({ putOffAt: 909 * DAY }))).toBe(true);
});

test('a clock that was set back brings no reminder', () => {
	expect(isBackupDue(facts({ now: 10 * DAY }))).toBe(false);
	expect(isBackupDue(facts({ now: 10 * DAY, putOffAt: 999 * DAY }))).toBe(false);
});
