import first from './en/first-chapter.ts';
import models from './en/models-chapter.ts';
import other from './en/other-chapter.ts';

/** The same tree, with any text in place of the English one. */
type Translated<T> = T extends string
	? string
	: T extends (...blanks: infer Blanks) => string
		? (...blanks: Blanks) => string
		: { readonly [Key in keyof T]: Translated<T[Key]> };

export type FirstChapter = Translated<typeof first>;
export type ModelsChapter = Translated<typeof models>;
export type OtherChapter = Translated<typeof other>;
export type Messages = FirstChapter & ModelsChapter & OtherChapter;

/** English whole, and the shape of every other language. */
export default { ...first, ...models, ...other };
