import type { ErrorCode, ErrorData } from '../../src/lib/errors.ts';

/** What came of a schedule. */
export interface Outcome {
	readonly index: number;
	/** What must never be, and was. */
	readonly problems: readonly string[];
	/** How often each fault really happened, by its name with `real: ` or `wrapped: ` before it. */
	readonly met: Readonly<Record<string, number>>;
	/** What a person was told on the way. */
	readonly told: readonly { readonly code: ErrorCode; readonly data: ErrorData }[];
	/** How the installation stood when the faults were over. */
	readonly stood: string;
	/** Whether each byte had to be accounted for. */
	readonly isAccounted: boolean;
	readonly milliseconds: number;
}
