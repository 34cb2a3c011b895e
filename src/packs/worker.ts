import { serve } from '../lib/rpc.ts';
import { Database } from '../storage/database.ts';
import { openShelves } from '../storage/open-shelves.ts';
import { TrustedLibraries } from '../storage/trusted-libraries.ts';
import { Carrier, type CarrierContract } from './carry/carrier.ts';
import { HandReceiver, type HandReceiverContract } from './hand/hand-receiver.ts';
import { InstalledPackRepository } from './installed-pack-repository.ts';
import { Installer, type InstallerContract } from './installer.ts';
import { PackFiles } from './pack-files.ts';
import { PackMover, type MoverContract } from './pack-mover.ts';
import { PendingInstallationRepository } from './pending-installation-repository.ts';

declare const self: DedicatedWorkerGlobalScope;

const database = new Database();
const shards = openShelves(database);
const installed = new InstalledPackRepository(database);
const files = new PackFiles(installed, new PendingInstallationRepository(database), shards);

const trusted = new TrustedLibraries(database);

const installer = new Installer({ installed, files, shards });
const carrier = new Carrier({ installed, files, shards, trusted });
const mover = new PackMover(shards);
const handReceiver = new HandReceiver({ installed, files, shards });

serve<InstallerContract & CarrierContract & MoverContract & HandReceiverContract>(self, {
	install: (request, o) => installer.install(request, o),
	verify: (manifest, engine, o) => installer.verify(manifest, engine, o),
	connectionBack: (after, o) => installer.connectionBack(after, o),
	exportPack: (pack, target, o) => carrier.exportPack(pack, target, o),
	takeAlong: (request, target, o) => carrier.takeAlong(request, target, o),
	importFile: (request, o) => carrier.importFile(request, o),
	receivePack: (request, port, o) => handReceiver.receivePack(request, port, o),
	placeOf: (pack) => mover.placeOf(pack),
	move: (pack, to, o) => mover.move(pack, to, o),
});
