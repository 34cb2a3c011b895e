import { serve } from '../../lib/rpc.ts';
import { Database } from '../database.ts';
import { Backup, type BackupContract } from './backup.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Tests have a database of their own. */
const backup = new Backup(new Database(self.name || undefined));

serve<BackupContract>(self, {
	write: (request, o) => backup.write(request, o),
	open: (request, o) => backup.open(request, o),
	restore: (wish) => backup.restore(wish),
	undo: () => backup.undo(),
});
