import { answeringPack } from '../../engines/answering-pack.ts';
import { halfTheRoom, smallerPack } from '../../engines/conversation-room.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type { ConversationSnapshot } from '../../storage/conversation-repository.ts';
import type { StoredMessage } from '../../storage/records/message.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Services } from '../feature.ts';
import { Conversation } from './conversation.svelte.ts';
import { ConversationList } from './conversation-list.svelte.ts';

/** The address of a conversation that is not begun yet. */
export const NEW = 'new';

/** The chat as a whole: the conversation on the page, the one being answered, and what answers. */
export class Chat {
	readonly #services: Services;
	readonly list: ConversationList;

	#conversation = $state.raw() as Conversation;
	#error = $state.raw<AppError>();
	/** Being answered, maybe while another one is on the page. */
	#answering = $state.raw<Conversation>();
	/** Settings tell nobody when they change. */
	#choices = $state(0);
	/** What the person is writing. It outlives the page. */
	draft = $state('');

	constructor(services: Services) {
		this.#services = services;
		this.list = new ConversationList(services.conversations);
		this.#conversation = this.#create();
	}

	get pack(): InstalledPack | undefined {
		const { engine, packs, settings } = this.#services;
		void this.#choices;
		return answeringPack(packs.installed, settings, engine.device);
	}

	get conversation(): Conversation {
		return this.#conversation;
	}

	/** Why a conversation could not be opened, changed or saved. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** The conversation that was answered last, maybe still. */
	get answering(): Conversation | undefined {
		return this.#answering;
	}

	/** Another conversation is being answered: the engine does one thing at a time. */
	get isAnsweringElsewhere(): boolean {
		return this.#answering?.isGenerating === true && this.#answering !== this.#conversation;
	}

	/**
	 * Opens what the address says: a conversation's id, `new`, or nothing for the last one. A conversation that
	 * is gone leaves a new one.
	 */
	async open(address: string | undefined): Promise<void> {
		const { settings, conversations } = this.#services;
		const id = address === NEW ? undefined : (address ?? settings.get('lastConversationId'));
		if (id ? id === this.#conversation.id : this.#conversation.messages.length === 0) return;
		await this.#attempt(async () => {
			if (id && id === this.#answering?.id && this.#answering.isGenerating) {
				this.#conversation = this.#answering;
				return;
			}
			const record = id ? await conversations.get(id) : undefined;
			const conversation = this.#create(record);
			await conversation.open();
			this.#conversation = conversation;
		});
		await settings.set('lastConversationId', this.#conversation.id ?? null);
	}

	/** Loads the model ahead of the first question. What fails is the session's to tell. */
	async prepare(): Promise<void> {
		if (this.pack) await this.#services.engine.prepare(this.pack);
	}

	/** Tries again what failed for want of a model: the answer, or the load ahead of it. */
	async retry(): Promise<void> {
		const { engine } = this.#services;
		if (!this.pack || engine.isBusy) return;
		if (this.#conversation.error?.code === 'out-of-memory') await this.regenerate();
		else await engine.load(this.pack).catch(() => {});
	}

	/** Half of the room for a conversation, in tokens, where there can be less. */
	get halfTheRoom(): number | undefined {
		return this.pack && halfTheRoom(this.pack);
	}

	/** An installed pack that takes less memory. */
	get smallerPack(): InstalledPack | undefined {
		return this.pack && smallerPack(this.#services.packs.installed, this.pack);
	}

	/** Goes on with half of the room, from now on for this pack. */
	async useHalfTheRoom(): Promise<void> {
		const { settings } = this.#services;
		const room = this.halfTheRoom;
		if (!this.pack || room === undefined) return;
		await settings.set('rooms', { ...settings.get('rooms'), [this.pack.manifest.id]: room });
		this.#choices++;
		await this.retry();
	}

	/** Goes on with the smaller pack, from now on. */
	async useSmallerPack(): Promise<void> {
		const { manifest, engine } = this.smallerPack ?? {};
		if (!manifest || !engine) return;
		await this.#services.settings.set('pack', { id: manifest.id, engine });
		this.#choices++;
		await this.retry();
	}

	/** Sends the draft, or `text`, and resolves when it is saved. What cannot be saved stays in the composer. */
	async send(text = this.draft): Promise<void> {
		const isDraft = text === this.draft;
		if (!text.trim() || !this.pack) return;
		if (isDraft) this.draft = '';
		const isSent = await this.#answer((conversation) => conversation.send(text.trim()));
		if (!isSent && isDraft) this.draft = text;
	}

	/** Another answer beside this one, or the missing last one. */
	async regenerate(answer?: StoredMessage): Promise<void> {
		await this.#answer((conversation) => conversation.regenerate(answer));
	}

	/** Sends another wording of a message. Resolves to whether it is saved. */
	async edit(message: StoredMessage, text: string): Promise<boolean> {
		return this.#answer((conversation) => conversation.edit(message, text.trim()));
	}

	/** Shows another variant of a message. */
	async show(variant: StoredMessage): Promise<void> {
		await this.#attempt(() => this.#conversation.show(variant));
	}

	/** A new conversation up to the message, which it returns the id of; undefined if it failed. */
	async fork(message: StoredMessage, title: string): Promise<string | undefined> {
		let id: string | undefined;
		await this.#attempt(async () => {
			({ id } = await this.#conversation.fork(message, title));
			await this.list.refresh();
		});
		return id;
	}

	async rename(id: string, title: string): Promise<void> {
		await this.#attempt(async () => {
			if (id === this.#conversation.id) await this.#conversation.rename(title);
			await this.list.rename(id, title);
		});
	}

	/** Removes a conversation and returns what `restore` needs, or undefined if it failed. */
	async remove(id: string): Promise<ConversationSnapshot | undefined> {
		let snapshot: ConversationSnapshot | undefined;
		await this.#attempt(async () => {
			if (id === this.#answering?.id) {
				this.#answering.stop();
				await this.#answering.settled;
			}
			snapshot = await this.list.remove(id);
			if (id === this.#conversation.id) this.#conversation = this.#create();
		});
		return snapshot;
	}

	async restore(snapshot: ConversationSnapshot): Promise<void> {
		await this.#attempt(() => this.list.restore(snapshot));
	}

	/** Has the chosen pack answer what `ask` sends. Resolves to whether it was sent. */
	async #answer(ask: (conversation: Conversation) => Promise<void>): Promise<boolean> {
		const conversation = this.#conversation;
		const { pack } = this;
		if (!pack) return false;
		const isBegun = await this.#attempt(async () => {
			await this.#services.engine.select(pack);
			await ask(conversation);
		});
		if (isBegun) void this.#follow(conversation);
		return isBegun;
	}

	/** Keeps the list in step with a conversation that has begun to be answered. */
	async #follow(conversation: Conversation): Promise<void> {
		this.#answering = conversation;
		await this.#services.settings.set('lastConversationId', conversation.id ?? null);
		await this.list.refresh();
		await conversation.settled;
		await this.list.refresh();
	}

	async #attempt(work: () => Promise<void>): Promise<boolean> {
		this.#error = undefined;
		try {
			await work();
			return true;
		} catch (error) {
			this.#error = toAppError(error);
			return false;
		}
	}

	#create(record?: ConstructorParameters<typeof Conversation>[2]): Conversation {
		return new Conversation(this.#services.conversations, this.#services.engine, record);
	}
}

const chats = new WeakMap<Services, Chat>();

/** The one chat of the app: an answer goes on while the person looks at another place. */
export function chatOf(services: Services): Chat {
	let chat = chats.get(services);
	if (!chat) {
		chat = new Chat(services);
		chats.set(services, chat);
	}
	return chat;
}
