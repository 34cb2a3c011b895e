const MAX_LENGTH = 60;
const MAX_WORDS = 10;

/** Asks for a title, in the script of the conversation: a small model answers in the language it is asked in. */
const REQUESTS = {
	Latin:
		'Write a title of two to five words for this conversation, in its language. Only the title.',
	Han: '用不超过十个字为这段对话写一个标题，只写标题。',
	Persian: 'برای این گفت‌وگو عنوانی در دو تا پنج کلمه بنویس. فقط عنوان را بنویس.',
	Arabic: 'اكتب عنوانًا لهذه المحادثة من كلمتين إلى خمس كلمات. اكتب العنوان فقط.',
};

/** Words before the title itself. */
const LABEL = /^(?:title|titre|العنوان|عنوان|标题)\s*[:：]\s*/iu;
/** Marks around a title that are no part of it. */
const DRESSING = /^[\s#*_"'“”«»「」『』《》‘’`-]+|[\s*_"'“”«»「」『』《》‘’`.。]+$/gu;
/** What begins an answer to the request, or a refusal, rather than a title. */
const TALK =
	/^(?:sure|certainly|of course|here(?:’|'| i)|i(?:’|'|\s)|as an? |please|the title|voici|bien sûr|je )/iu;

/** The request for a title to a conversation that begins with `question`. */
export function titleRequest(question: string): string {
	const script = scriptOf(question);
	if (script === 'Arabic' && /[پچژگکی]/u.test(question)) return REQUESTS.Persian;
	return script === 'Arabic' || script === 'Han' ? REQUESTS[script] : REQUESTS.Latin;
}

/**
 * A title out of what a model answered, or undefined where that is no title: empty, long, cut off, chatty, in circles,
 * or in another script than the question.
 */
export function modelTitle(answer: string, question: string): string | undefined {
	const line = answer.trim().split('\n', 1)[0]!;
	const title = line.replace(DRESSING, '').replace(LABEL, '').replace(DRESSING, '');
	const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const isShort = title.length > 1 && title.length <= MAX_LENGTH && words.length <= MAX_WORDS;
	const isVaried = words.length < 4 || new Set(words).size > words.length / 2;
	if (!isShort || !isVaried || TALK.test(title)) return undefined;
	return scriptOf(title) === scriptOf(question) ? title : undefined;
}

/** The script that most letters are in; undefined without any. */
function scriptOf(text: string): 'Latin' | 'Han' | 'Arabic' | 'other' | undefined {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	const counts = [
		['Han', count(/\p{Script=Han}/gu) * 3],
		['Arabic', count(/\p{Script=Arabic}/gu)],
		['Latin', count(/\p{Script=Latin}/gu)],
	] as const;
	const [script, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
	if (most > 0) return script;
	return /\p{L}/u.test(text) ? 'other' : undefined;
}
