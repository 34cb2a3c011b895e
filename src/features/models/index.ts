import Box from '@lucide/svelte/icons/box';
import type { Feature } from '../feature.ts';

export default {
	id: 'models',
	order: 20,
	icon: Box,
	title: (messages) => messages.places.models,
	words: ['models'],
	load: () => import('./ModelsPage.svelte'),
} satisfies Feature;
