import * as v from 'valibot';
import { parseJson } from '../../formats/parse-json.ts';
import { AppError } from '../../lib/errors.ts';
import { AssistantDraft } from '../../storage/records/assistant.ts';
import { PromptDraft } from '../../storage/records/prompt.ts';

/** Bytes of a file that is read, and entries in it. */
const MAX_BYTES = 16e6;
const MAX_ENTRIES = 500;

const Header = v.object({
	format: v.literal('quern-assistants'),
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

/** See docs/assistant-file.md. */
const Content = v.object({
	assistants: v.optional(v.pipe(v.array(AssistantDraft), v.maxLength(MAX_ENTRIES)), []),
	prompts: v.optional(v.pipe(v.array(PromptDraft), v.maxLength(MAX_ENTRIES)), []),
});

/** Assistants and prompts as they travel: without ids and dates of this device. */
export type AssistantFile = Readonly<v.InferOutput<typeof Content>>;

const VERSION = 1;

/**
 * Reads a file of assistants and prompts. Throws `invalid-input` where it is none, or where anything in it is not as it
 * should be, and `unsupported` for one of a newer version: nothing of it is taken then.
 */
export async function readAssistantFile(file: File): Promise<AssistantFile> {
	const { version } = await parseJson(file, file.name, Header, MAX_BYTES);
	if (version > VERSION) {
		throw new AppError('unsupported', `assistant file of version ${version}`, {
			data: { reason: 'newer-version' },
		});
	}
	return parseJson(file, file.name, Content, MAX_BYTES);
}

/** What is known beside the drafts stays here. */
export function writeAssistantFile({ assistants, prompts }: AssistantFile): Blob {
	const content = {
		format: 'quern-assistants',
		version: VERSION,
		...v.parse(Content, { assistants, prompts }),
	};
	return new Blob([JSON.stringify(content, null, '\t')], { type: 'application/json' });
}
