import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import type { Feature } from '../feature.ts';

export default {
	id: 'backup',
	order: 84,
	isListed: false,
	icon: ArchiveRestore,
	title: (messages) => messages.places.backup,
	words: ['other'],
	load: () => import('./BackupPage.svelte'),
} satisfies Feature;
