import ListChecks from '@lucide/svelte/icons/list-checks';
import type { Feature } from '../feature.ts';

const ledger: Feature = {
	id: 'ledger',
	order: 85,
	isListed: false,
	icon: ListChecks,
	title: (messages) => messages.places.ledger,
	words: ['other'],
	load: () => import('./LedgerPage.svelte'),
};

export default ledger;
