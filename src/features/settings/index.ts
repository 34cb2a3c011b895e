import SettingsIcon from '@lucide/svelte/icons/settings';
import type { Feature } from '../feature.ts';

const settings: Feature = {
	id: 'settings',
	order: 80,
	icon: SettingsIcon,
	title: (messages) => messages.places.settings,
	words: ['models', 'other'],
	load: () => import('./SettingsPage.svelte'),
};

export default settings;
