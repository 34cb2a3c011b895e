import assistants from './assistants.ts';
import actions from './actions.ts';
import attached from './attached.ts';
import app from './app.ts';
import backends from './backends.ts';
import chat from './chat.ts';
import errors from './errors.ts';
import markdown from './markdown.ts';
import organise from './organise.ts';
import parameters from './parameters.ts';
import places from './places.ts';
import reading from './reading.ts';
import reminder from './reminder.ts';
import prompts from './prompts.ts';
import search from './search.ts';
import sharing from './sharing.ts';
import variants from './variants.ts';
import type { FirstChapter } from '../en.ts';

/** What the first page needs, and every error. */
export default {
	assistants,
	prompts,
	app,
	attached,
	places,
	actions,
	errors,
	chat,
	markdown,
	reading,
	parameters,
	search,
	sharing,
	variants,
	organise,
	backends,
	reminder,
} satisfies FirstChapter;
