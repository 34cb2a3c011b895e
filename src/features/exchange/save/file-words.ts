import type { StoredMessage } from '../../../storage/records/message.ts';
import type { HtmlWords } from '../../../ui/markdown/to-html.ts';

/** What a file says in the person's language. */
export interface FileWords extends HtmlWords {
	/** The language, and the direction of what is not a message. */
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	readonly untitled: string;
	readonly roles: Readonly<Record<StoredMessage['role'], string>>;
	readonly date: (moment: number) => string;
}
