import { GATE_CHANNEL } from '../lib/gate-fetch.ts';
import { Database } from '../storage/database.ts';
import { Ledger } from '../storage/ledger.ts';
import { Permits } from '../storage/permits.ts';
import { Settings } from '../storage/settings.ts';
import { hostsIn } from '../packs/hub/pack-hosts.ts';
import { PendingInstallationRepository } from '../packs/pending-installation-repository.ts';
import { Gate } from './gate.ts';
import { Outside } from './outside.ts';

/** The gate over what the app has stored. Nothing is opened before a request comes. */
export function openGate(baseUrl: string, scope: EventTarget): Gate {
	const database = new Database();
	const settings = new Settings();
	const outside = new Outside();
	scope.addEventListener('securitypolicyviolation', (event) => {
		const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
		if (effectiveDirective === 'connect-src') outside.blocked(blockedURI);
	});
	const gate = new Gate({
		pending: new PendingInstallationRepository(database),
		permits: new Permits(),
		ledger: new Ledger(database),
		outside,
		baseUrl,
		async hosts() {
			await settings.load();
			return hostsIn(settings);
		},
	});
	new BroadcastChannel(GATE_CHANNEL).onmessage = ({ data }) => gate.giveUp(String(data));
	return gate;
}
