import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import type { Feature } from '../feature.ts';

export default {
	id: 'hand',
	order: 25,
	isListed: false,
	icon: ArrowLeftRight,
	title: (messages) => messages.places.hand,
	words: ['models'],
	load: () => import('./HandPage.svelte'),
} satisfies Feature;
