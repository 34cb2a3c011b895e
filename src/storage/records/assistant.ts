import * as v from 'valibot';
import { defineRecord } from '../record.ts';
import { Parameters } from './parameters.ts';

/** Names of the icons that an assistant may have for a picture. */
export const PICTURE_ICONS = [
	'bot',
	'book-open',
	'briefcase',
	'clipboard-list',
	'code',
	'file-text',
	'globe',
	'graduation-cap',
	'heart',
	'landmark',
	'languages',
	'lightbulb',
	'mail',
	'megaphone',
	'message-reply',
	'pen-line',
	'sprout',
	'utensils',
] as const;

export const PICTURE_COLORS = ['ochre', 'moss', 'slate', 'clay', 'plum', 'stone'] as const;

/** Characters of an image: 256 px on a side take a tenth of it. */
const MAX_IMAGE = 200_000;

const Color = v.picklist(PICTURE_COLORS);

/** What an assistant looks like. An image lies in the record itself; no address is ever loaded. */
export const Picture = v.variant('kind', [
	v.object({ kind: v.literal('icon'), icon: v.picklist(PICTURE_ICONS), color: Color }),
	/** The first letter of the name. */
	v.object({ kind: v.literal('letter'), color: Color }),
	v.object({
		kind: v.literal('image'),
		data: v.pipe(
			v.string(),
			v.maxLength(MAX_IMAGE),
			v.regex(/^data:image\/(?:webp|png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/),
		),
	}),
]);

/** One line: no control characters, none that turn the writing direction. */
export const Name = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(80),
	v.regex(/^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+$/),
);

export const MAX_INSTRUCTIONS = 20_000;
export const MAX_STARTERS = 8;

/** What a person writes of an assistant, and what a file carries. */
export const AssistantDraft = v.object({
	name: Name,
	picture: Picture,
	/** The system message. */
	instructions: v.pipe(v.string(), v.maxLength(MAX_INSTRUCTIONS)),
	/** The installed model that answers, by pack and engine; without it, the one in use. */
	model: v.optional(
		v.object({
			id: v.pipe(v.string(), v.maxLength(100)),
			engine: v.picklist(['web-llm', 'wllama', 'transformers']),
		}),
	),
	parameters: Parameters,
	/** First questions to try. */
	starters: v.pipe(
		v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
		v.maxLength(MAX_STARTERS),
	),
});

const schema = v.object({
	...AssistantDraft.entries,
	id: v.string(),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
	updatedAt: v.number(),
	/** Which of the ready-made ones it was taken from, in which language. */
	origin: v.optional(v.string()),
});

export type Picture = Readonly<v.InferOutput<typeof Picture>>;
export type AssistantDraft = Readonly<v.InferOutput<typeof AssistantDraft>>;

/** Somebody to ask: a name, instructions, and how they answer. */
export type Assistant = Readonly<v.InferOutput<typeof schema>>;

export const assistantRecord = defineRecord({ schema, migrations: [] });
