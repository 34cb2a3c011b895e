import { serve } from '../../lib/rpc.ts';
import { Database } from '../../storage/database.ts';
import { openShelves } from '../../storage/open-shelves.ts';
import { InstalledPackRepository } from '../installed-pack-repository.ts';
import { PackFiles } from '../pack-files.ts';
import { PendingInstallationRepository } from '../pending-installation-repository.ts';
import { Converter, type ConverterContract } from './converter.ts';

declare const self: DedicatedWorkerGlobalScope;

const database = new Database();
const shards = openShelves(database);
const installed = new InstalledPackRepository(database);
const files = new PackFiles(installed, new PendingInstallationRepository(database), shards);
const converter = new Converter({ installed, files, shards });

serve<ConverterContract>(self, {
	inspect: (pack, targets) => converter.inspect(pack, targets),
	measure: (pack, layout, o) => converter.measure(pack, layout, o),
	convert: (pack, target, o) => converter.convert(pack, target, o),
});
