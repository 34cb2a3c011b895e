import type { CallOptions } from '../../../lib/call-options.ts';
import type { CodeRuns } from './code-runs.ts';

/** What the highlighting worker does. */
export interface HighlightContract {
	/** The runs of a text in a language that highlight.js knows by this name. */
	highlight(text: string, grammar: string, options?: CallOptions): Promise<CodeRuns>;
}
