import Info from '@lucide/svelte/icons/info';
import type { Feature } from '../feature.ts';

const about: Feature = {
	id: 'about',
	order: 90,
	icon: Info,
	title: (messages) => messages.places.about,
	words: ['other'],
	load: () => import('./AboutPage.svelte'),
};

export default about;
