import MessageSquare from '@lucide/svelte/icons/message-square';
import type { Feature } from '../feature.ts';

export default {
	id: 'chat',
	order: 10,
	icon: MessageSquare,
	title: (messages) => messages.chat.title,
	load: () => import('./ChatPage.svelte'),
} satisfies Feature;
