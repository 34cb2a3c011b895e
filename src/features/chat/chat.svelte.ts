import { answeringPack } from '../../engines/answering-pack.ts';
import { halfTheRoom, smallerPack } from '../../engines/conversation-room.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type {
	ConversationDetails,
	ConversationSnapshot,
} from '../../storage/conversation-repository.ts';
import type { Conversation as ConversationRecord } from '../../storage/records/conversation.ts';
import type { Assistant } from '../../storage/records/assistant.ts';
import type { StoredMessage } from '../../storage/records/message.ts';
import { firstSaid, type Parameters } from '../../storage/records/parameters.ts';
import type { Project } from '../../storage/records/project.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Services } from '../feature.ts';
import { partsOf, withFiles, type MessageParts, type TextFile } from './attached/message-files.ts';
import { Arrangement } from './arrangement.svelte.ts';
import { Conversation } from './conversation.svelte.ts';
import { ConversationList } from './conversation-list.svelte.ts';
import { Draft } from './draft.svelte.ts';
import { KnownAssistants } from './known-assistants.svelte.ts';
import { followOtherTabs } from './other-tabs.ts';
import { TitleWriter } from './title-writer.ts';

/** The address of a conversation that is not begun yet. */
export const NEW = 'new';

/** The chat as a whole: the conversation on the page, the one being answered, and what answers. */
export class Chat {
	readonly #services: Services;
	readonly list: ConversationList;
	readonly arrangement: Arrangement;
	readonly assistants: KnownAssistants;
	/** What the person is writing. It outlives the page. */
	readonly unsent: Draft;
	readonly #titles: TitleWriter;

	#conversation = $state.raw() as Conversation;
	#error = $state.raw<AppError>();
	/** Being answered, maybe while another one is on the page. */
	#answering = $state.raw<Conversation>();
	/** Settings tell nobody when they change. */
	#choices = $state(0);

	constructor(services: Services) {
		this.#services = services;
		this.list = new ConversationList(services.conversations);
		this.arrangement = new Arrangement(services, this.list, (id) => this.#reread(id));
		this.assistants = new KnownAssistants(services.assistants);
		this.unsent = new Draft(services.drafts, NEW);
		this.#titles = new TitleWriter(services, () => this.unsent.text !== '');
		this.#conversation = this.#create();
	}

	get pack(): InstalledPack | undefined {
		const { engine, packs, settings } = this.#services;
		void this.#choices;
		const wanted = this.assistant?.model ?? this.project?.pack;
		return answeringPack(packs.installed, settings, engine.device, wanted);
	}

	/** Who answers on the page, if not the model as it is. */
	get assistant(): Assistant | undefined {
		return this.assistants.get(this.#conversation.details.assistantId);
	}

	/** The project that the conversation on the page is in. */
	get project(): Project | undefined {
		return this.arrangement.projects.get(this.#conversation.details.projectId);
	}

	/** Models that can answer. */
	get packs(): readonly InstalledPack[] {
		const { installed } = this.#services.packs;
		return installed.filter(({ manifest }) => manifest.tasks.includes('chat'));
	}

	get draft(): string {
		return this.#parts.words;
	}

	set draft(words: string) {
		this.unsent.text = withFiles({ words, files: this.files });
	}

	/** The text files that go along with the draft: they are kept with it, as they will be sent. */
	get files(): readonly TextFile[] {
		return this.#parts.files;
	}

	set files(files: readonly TextFile[]) {
		this.unsent.text = withFiles({ words: this.draft, files });
	}

	/** Not derived: what a page has derived ends with it, and the chat outlives its page. */
	get #parts(): MessageParts {
		return partsOf(this.unsent.text);
	}

	/** Whether Enter alone sends, by the person's choice. */
	get enterSends(): boolean {
		return this.#services.settings.get('enterSends');
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
	 * Opens what the address says: a conversation's id, `new`, maybe with the project that it will be in, or nothing
	 * for the last one. A conversation that is gone leaves a new one.
	 */
	async open(address: string | undefined, projectId?: string): Promise<void> {
		const { settings, conversations } = this.#services;
		const id = address === NEW ? undefined : (address ?? settings.get('lastConversationId'));
		const { id: openId, details, isRemoved } = this.#conversation;
		const isOpen = id ? id === openId : !openId && details.projectId === projectId;
		await this.unsent.open(id ?? NEW);
		if (isOpen && !isRemoved) return;
		await this.#attempt(async () => {
			if (id && id === this.#answering?.id && this.#answering.isGenerating) {
				this.#conversation = this.#answering;
				return;
			}
			const record = id ? await conversations.get(id) : undefined;
			const conversation = this.#create(record, projectId);
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
		await settings.set('rooms', {
			...settings.get('rooms'),
			[this.pack.manifest.id]: room,
		});
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
	async send(text = this.unsent.text): Promise<void> {
		const isDraft = text === this.unsent.text;
		if (!text.trim() || !this.pack) return;
		if (isDraft) this.unsent.take();
		const conversation = this.#conversation;
		const isSent = await this.#answer(() => conversation.send(text.trim()));
		if (isDraft && !isSent) this.unsent.giveBack(text);
		else if (isSent && conversation === this.#conversation)
			await this.unsent.sent(conversation.id!);
	}

	/**
	 * Goes on with an answer that ended early, from its own last word; where there is no room for it beside its
	 * question, by sending `words` that ask for the rest.
	 */
	async goOn(answer: StoredMessage, words: string): Promise<void> {
		const conversation = this.#conversation;
		if (!(await this.#answer(() => conversation.goOn(answer)))) return;
		await conversation.settled;
		if (conversation.error?.data.reason !== 'context-window') return;
		if (conversation === this.#conversation) await this.#answer(() => conversation.send(words));
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

	/** Shows the variants that lead to a message. Resolves to whether it is there. */
	async reveal(messageId: string): Promise<boolean> {
		const { shown } = this.#conversation;
		const message = shown.tree.get(messageId);
		if (!message) return false;
		if (!shown.pathAsBegun.some(({ id }) => id === messageId)) await this.show(message);
		return true;
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

	/** Changes what the open conversation was given. Resolves to whether that is saved. */
	async change(details: ConversationDetails): Promise<boolean> {
		return this.#attempt(() => this.#conversation.change(details));
	}

	async rename(id: string, title: string): Promise<void> {
		await this.#attempt(async () => {
			await this.list.rename(id, title);
			await this.#reread(id);
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

	/** Stores the conversation on the page again, which another tab has removed. */
	async bringBack(): Promise<void> {
		await this.#attempt(() => this.#conversation.bringBack());
		await this.list.refresh();
	}

	/** Shows a record as it is stored now, if it is that of the conversation on the page. */
	async #reread(id: string): Promise<void> {
		if (id === this.#conversation.id) await this.#conversation.reread();
	}

	/** Has the chosen pack answer what `ask` sends. Resolves to whether it was sent. */
	async #answer(ask: (conversation: Conversation) => Promise<void>): Promise<boolean> {
		const conversation = this.#conversation;
		const { pack } = this;
		if (!pack) return false;
		await this.#titles.stop();
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
		if (!(await this.#titles.write(conversation))) return;
		await this.#attempt(() => conversation.reread());
		await this.list.refresh();
	}

	/** What its assistant and its project say, as it is stored now: another tab may have changed it. */
	async #instructionsFor({
		assistantId,
		projectId,
	}: ConversationDetails): Promise<readonly (string | undefined)[]> {
		if (assistantId !== undefined) await this.assistants.refresh();
		if (projectId !== undefined) await this.arrangement.projects.refresh();
		return [
			this.assistants.get(assistantId)?.instructions,
			projectId && this.arrangement.projects.get(projectId)?.instructions,
		];
	}

	async #parametersFor({ assistantId, parameters }: ConversationDetails): Promise<Parameters> {
		const { settings } = this.#services;
		const assistant = this.assistants.get(assistantId);
		return firstSaid(parameters, assistant?.parameters, settings.get('parameters'));
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

	#create(record?: ConversationRecord, projectId?: string): Conversation {
		return new Conversation(this.#services.conversations, this.#services.engine, record, {
			beginning: projectId === undefined ? {} : { projectId },
			instructionsFor: (details) => this.#instructionsFor(details),
			parametersFor: (details) => this.#parametersFor(details),
		});
	}
}

const chats = new WeakMap<Services, Chat>();

/** The one chat of the app: an answer goes on while the person looks at another place. */
export function chatOf(services: Services): Chat {
	let chat = chats.get(services);
	if (!chat) {
		chat = new Chat(services);
		chats.set(services, chat);
		followOtherTabs(chat, services.conversations.changes);
	}
	return chat;
}
