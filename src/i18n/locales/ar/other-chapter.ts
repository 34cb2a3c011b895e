import about from './about.ts';
import backup from './backup.ts';
import exchange from './exchange.ts';
import ledger from './ledger.ts';
import settings from './settings.ts';
import writing from './writing.ts';
import type { OtherChapter } from '../en.ts';

/** What all the other pages need. */
export default { about, backup, exchange, ledger, settings, writing } satisfies OtherChapter;
