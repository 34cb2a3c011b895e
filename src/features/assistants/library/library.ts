import type { AssistantDraft } from '../../../storage/records/assistant.ts';
import { LIBRARY_IDS, type LibraryId, type LibraryTexts } from './library-texts.ts';

/** A ready-made assistant. */
export interface LibraryAssistant {
	/** Kept as the `origin` of what is made of it. */
	readonly origin: string;
	readonly about: string;
	readonly draft: AssistantDraft;
}

/** What does not depend on the language: exact work is drawn exactly, and writing more freely. */
const LOOKS: Readonly<Record<LibraryId, Pick<AssistantDraft, 'picture' | 'parameters'>>> = {
	letters: look('mail', 'ochre', { temperature: 0.4 }),
	replies: look('message-reply', 'moss', { temperature: 0.4 }),
	plain: look('landmark', 'slate', { temperature: 0 }),
	translation: look('languages', 'plum', { temperature: 0 }),
	summaries: look('file-text', 'stone', { temperature: 0 }),
	explain: look('lightbulb', 'ochre', { temperature: 0.4 }),
	minutes: look('clipboard-list', 'slate', { temperature: 0 }),
	study: look('graduation-cap', 'moss', { temperature: 0.4 }),
	job: look('briefcase', 'clay', { temperature: 0.4 }),
	posts: look('megaphone', 'clay', { temperature: 0.8 }),
	posters: look('pen-line', 'plum', { temperature: 0.8 }),
	proofreading: look('book-open', 'stone', { temperature: 0 }),
};

const files = import.meta.glob<LibraryTexts>('./??.ts', { import: 'default' });

/** The ready-made assistants in a language; in English where there are none in it. Loads that language's file. */
export async function loadLibrary(language: string): Promise<LibraryAssistant[]> {
	const tag = `./${language}.ts` in files ? language : 'en';
	const texts = await files[`./${tag}.ts`]!();
	return LIBRARY_IDS.map((id) => {
		const { name, about, instructions, starters } = texts[id];
		const draft = { ...LOOKS[id], name, instructions, starters: [...starters] };
		return { origin: `${id}.${tag}`, about, draft };
	});
}

function look(
	icon: Extract<AssistantDraft['picture'], { kind: 'icon' }>['icon'],
	color: Extract<AssistantDraft['picture'], { kind: 'icon' }>['color'],
	parameters: AssistantDraft['parameters'],
): Pick<AssistantDraft, 'picture' | 'parameters'> {
	return { picture: { kind: 'icon', icon, color }, parameters };
}
