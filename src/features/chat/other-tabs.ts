import type { Changes } from '../../storage/changes.ts';
import type { Chat } from './chat.svelte.ts';
import { LatestWrite } from './latest-write.ts';

/**
 * Keeps the chat in step with what other tabs store, as long as the tab lives, and stores what is written when it
 * is about to be hidden or closed. What is read anew is read once, however much has changed meanwhile.
 */
export function followOtherTabs(chat: Chat, changes: Changes): void {
	const once = (read: () => Promise<void>) => {
		const reading = new LatestWrite<undefined>(read);
		// What cannot be read now is read the next time; the list says by itself why it cannot be.
		return () => void reading.save(undefined).catch(() => {});
	};
	const readList = once(() => chat.list.refresh());
	const readProjects = once(() => chat.arrangement.projects.refresh());
	const readConversation = once(() => chat.conversation.reread());
	const messages = new Set<string>();
	const readMessages = once(async () => {
		const { conversation } = chat;
		const ids = [...messages];
		messages.clear();
		for (const id of ids) await conversation.takeOver(id);
	});

	changes.listen((change) => {
		switch (change.kind) {
			case 'conversation':
				readList();
				if (change.id === chat.conversation.id) readConversation();
				return;
			case 'message':
				if (change.conversationId !== chat.conversation.id) return;
				messages.add(change.id);
				return readMessages();
			case 'project':
				return readProjects();
			case 'draft':
				return void chat.unsent.hear(change.id);
		}
	});

	// A frozen tab heard nothing.
	const catchUp = () => {
		readList();
		readProjects();
		readConversation();
	};
	document.addEventListener('resume', catchUp);
	addEventListener('pageshow', ({ persisted }) => persisted && catchUp());
	const keep = () => void chat.unsent.flush();
	addEventListener('pagehide', keep);
	document.addEventListener('visibilitychange', () => document.hidden && keep());
}
