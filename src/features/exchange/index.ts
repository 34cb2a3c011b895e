import FileText from '@lucide/svelte/icons/file-text';
import type { Feature } from '../feature.ts';

export default {
	id: 'exchange',
	order: 83,
	isListed: false,
	icon: FileText,
	title: (messages) => messages.places.exchange,
	words: ['other'],
	load: () => import('./ExchangePage.svelte'),
} satisfies Feature;
