import { serve } from '../../lib/rpc.ts';
import { Changes } from '../changes.ts';
import { Database } from '../database.ts';
import { Searcher, type SearchContract } from './searcher.ts';
import { StoredTexts } from './stored-texts.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Whoever starts the worker names it after the database. */
const database = new Database(self.name);
const searcher = new Searcher(new StoredTexts(database), new Changes(database.name));

serve<SearchContract>(self, { search: (typed, o) => searcher.search(typed, o) });
