import type { PromptDraft } from '../../../storage/records/prompt.ts';

const files = import.meta.glob<readonly PromptDraft[]>('./??.ts', { import: 'default' });

/** The prompts that ship with the app, in a language; in English where there are none in it. */
export async function loadReadyPrompts(language: string): Promise<readonly PromptDraft[]> {
	return (files[`./${language}.ts`] ?? files['./en.ts'])!();
}
