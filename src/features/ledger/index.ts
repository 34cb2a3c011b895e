import ListChecks from '@lucide/svelte/icons/list-checks';
import type { Feature } from '../feature.ts';

const ledger: Feature = {
	id: 'ledger',
	order: 85,
	isListed: false,
	icon: ListChecks,
	title: (messages) => messages.ledger.title,
	load: () => import('./LedgerPage.svelte'),
};

export default ledger;
