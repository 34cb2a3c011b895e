import { expect, test } from 'vitest';
import type { ErrorCode, ErrorData, ErrorReason } from '../lib/errors.ts';
import { languages, loadMessages } from './languages.ts';

/** Failures that a person acts on differently than on the code alone. */
const told: [ErrorCode, ErrorReason, ErrorData?][] = [
	['offline', 'captive-portal'],
	['offline', 'missing'],
	['offline', 'missing', { host: 'hub.example' }],
	['offline', 'refused'],
	['offline', 'refused', { host: 'hub.example' }],
	['offline', 'no-gate'],
	['offline', 'gate-closed'],
	['offline', 'unreadable', { host: 'hub.example' }],
	['offline', 'own-file'],
	['offline', 'peer'],
	['offline', 'no-network'],
	['corrupt', 'length'],
	['corrupt', 'listing', { host: 'hub.example' }],
	['unsupported', 'limits'],
	['unsupported', 'newer-version'],
	['unsupported', 'no-adapter'],
	['unsupported', 'no-wasm'],
	['unsupported', 'no-webgpu'],
	['unsupported', 'no-library'],
	['unsupported', 'no-chat-template'],
	['unsupported', 'split-file'],
	['unsupported', 'no-own-copy'],
	['unsupported', 'no-webrtc'],
	['unsupported', 'newer-code'],
	['unsupported', 'too-large', { bytes: 5e9, limitBytes: 2e9 }],
	['unsupported', 'unknown-architecture', { architecture: 'none' }],
	['unsupported', 'library-mismatch'],
	['unsupported', 'missing-part', { part: 'tokenizer.json' }],
	['unsupported', 'no-matching-library', { kind: 'llama', quantization: 'q4f16_1' }],
	['untrusted', 'different-pack', { name: 'Model' }],
	['untrusted', 'unknown-library', { name: 'Model' }],
	['invalid-input', 'context-window', { limit: 4096, needed: 5000 }],
	['invalid-input', 'removed'],
	['invalid-input', 'not-a-code'],
	['invalid-input', 'other-code'],
	['invalid-input', 'not-the-protocol'],
	['invalid-input', 'endless-template'],
	['invalid-input', 'malformed', { part: 'tensor-cache.json' }],
	['invalid-input', 'no-model-folder', { file: 'Pictures' }],
	['invalid-input', 'not-a-backup'],
	['invalid-input', 'wrong-passphrase'],
	['invalid-input', 'no-conversations'],
	['corrupt', 'damaged-backup'],
	['unsupported', 'newer-backup'],
	['out-of-memory', 'page-ended'],
	['device-lost', 'tab-ended'],
	['internal', 'database'],
	['internal', 'repeats'],
	['internal', 'says-nothing'],
	['busy', 'newer-tab'],
];

test.each(languages)('%s has words of its own for each reason', async (tag) => {
	const { errors } = await loadMessages(tag);
	for (const [code, reason, data] of told) {
		const words = errors[code]({ ...data, reason });
		expect(words, `${code}, ${reason}`).not.toBe(errors[code]({}));
		expect(words).not.toMatch(/undefined|NaN/);
	}
});
