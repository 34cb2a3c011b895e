import bring from './bring.ts';
import conversion from './conversion.ts';
import embeddings from './embeddings.ts';
import hand from './hand.ts';
import hub from './hub.ts';
import models from './models.ts';
import offers from './offers.ts';
import speed from './speed.ts';
import take from './take.ts';
import type { ModelsChapter } from '../en.ts';

/** What the pages about models need. */
export default {
	models,
	embeddings,
	speed,
	bring,
	offers,
	conversion,
	hub,
	hand,
	take,
} satisfies ModelsChapter;
