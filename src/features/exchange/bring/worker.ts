import { serve } from '../../../lib/rpc.ts';
import { Database } from '../../../storage/database.ts';
import { Bringer, type BringContract } from './bringer.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Tests have a database of their own. */
const bringer = new Bringer(new Database(self.name || undefined));

serve<BringContract>(self, {
	look: (file, o) => bringer.look(file, o),
	take: (file, o) => bringer.take(file, o),
	undo: () => bringer.undo(),
});
