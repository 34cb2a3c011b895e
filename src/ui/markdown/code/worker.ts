import highlighter from 'highlight.js/lib/common';
import { serve, transfer } from '../../../lib/rpc.ts';
import type { HighlightContract } from './highlight-contract.ts';
import { runsOf, type TokenNode } from './token-tree.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<HighlightContract>(self, {
	highlight: async (text, grammar) => {
		const { _emitter } = highlighter.highlight(text, { language: grammar, ignoreIllegals: true });
		// Its tree of tokens. The HTML that it makes as well never leaves this worker.
		const { rootNode } = _emitter as unknown as { rootNode: TokenNode };
		const runs = runsOf(rootNode);
		return transfer(runs, [runs.buffer]);
	},
});
