import { chapters } from '../chapters.ts';
import { locale } from '../locale.svelte.ts';

// A component alone on a page has no `Place` around it that would wait for its words.
await locale.use('en');
await locale.need(chapters);
