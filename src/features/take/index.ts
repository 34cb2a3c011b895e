import Backpack from '@lucide/svelte/icons/backpack';
import type { Feature } from '../feature.ts';

export default {
	id: 'take',
	order: 26,
	isListed: false,
	icon: Backpack,
	title: (messages) => messages.places.take,
	words: ['models'],
	load: () => import('./TakePage.svelte'),
} satisfies Feature;
