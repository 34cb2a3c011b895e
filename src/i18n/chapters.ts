/**
 * The parts in which a language is loaded: what the first page needs, and every error; the pages about models; all the
 * other pages.
 */
export const chapters = ['first', 'models', 'other'] as const;

export type Chapter = (typeof chapters)[number];
