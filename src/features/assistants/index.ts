import BotMessageSquare from '@lucide/svelte/icons/bot-message-square';
import type { Feature } from '../feature.ts';

export default {
	id: 'assistants',
	order: 12,
	isListed: false,
	icon: BotMessageSquare,
	title: (messages) => messages.assistants.title,
	words: ['models'],
	load: () => import('./AssistantsPage.svelte'),
} satisfies Feature;
