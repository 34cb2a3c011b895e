import type { EngineSession } from '../../engines/engine-session.svelte.ts';
import type { GenerateRequest, Usage } from '../../engines/engine.ts';
import { AppError, toAppError } from '../../lib/errors.ts';
import { MessageTree } from '../../storage/message-tree.ts';
import type {
	ConversationDetails,
	ConversationRepository,
} from '../../storage/conversation-repository.ts';
import type { Conversation as ConversationRecord } from '../../storage/records/conversation.ts';
import type { StoredMessage } from '../../storage/records/message.ts';
import { withInstructions } from './instructions.ts';
import { LatestWrite } from './latest-write.ts';
import { streamAnswer, type AnswerSoFar } from './stream-answer.ts';
import { titleFrom } from './title.ts';

/**
 * The likeliest answer first, but for words that it has just used: small models go in circles
 * otherwise. Another one, when asked for, is drawn more freely.
 */
const FIRST_ANSWER = { temperature: 0, repetitionPenalty: 1.1 };
const ANOTHER_ANSWER = { temperature: 0.7, topP: 0.9 };
/** After an answer that went in circles all the same. */
const VARIED_ANSWER = { temperature: 0.7, topP: 0.9, repetitionPenalty: 1.3 };

interface Options {
	/** What a new one begins with. */
	readonly beginning?: ConversationDetails;
	/** What its model is told beforehand, from the general to the particular. */
	readonly instructionsFor?: (
		details: ConversationDetails,
	) => Promise<readonly (string | undefined)[]>;
}

type Sampling = Pick<GenerateRequest, 'temperature' | 'topP' | 'repetitionPenalty'>;

/**
 * One conversation: its messages as stored, of which those on one path are shown, and the answer that is being
 * written. A message is saved before the first token of its answer, and the answer after every flush.
 */
export class Conversation {
	readonly #repository: ConversationRepository;
	readonly #engine: EngineSession;
	readonly #options: Options;

	#record = $state.raw<ConversationRecord>();
	#tree = $state.raw(new MessageTree());
	#headId = $state.raw<string>();
	/** The messages of a tree and its head. No `$derived`: that would end with the page on which it was made. */
	#path:
		| { tree: MessageTree; headId: string | undefined; messages: readonly StoredMessage[] }
		| undefined;
	/** The answer that is being written or was last. */
	#answerId: string | undefined;
	#unreadable = $state.raw(0);
	#isGenerating = $state.raw(false);
	#isOutOfRoom = $state.raw(false);
	#lost = $state.raw<'device' | 'tab'>();
	#usage = $state.raw<Usage>();
	#error = $state.raw<AppError>();
	#saveError = $state.raw<AppError>();

	#generation: AbortController | undefined;
	/** Ends when the last generation has let go of the engine and is saved. */
	#settled: Promise<void> = Promise.resolve();

	readonly #answerWrite = new LatestWrite<StoredMessage>((message) =>
		this.#repository.saveMessage(message),
	);

	/** Without a record it is new: nothing is stored until the first message is sent. */
	constructor(
		repository: ConversationRepository,
		engine: EngineSession,
		record?: ConversationRecord,
		options: Options = {},
	) {
		this.#repository = repository;
		this.#engine = engine;
		this.#record = record;
		this.#options = options;
	}

	get id(): string | undefined {
		return this.#record?.id;
	}

	/** What it was given, or, while it is new, what it will begin with. */
	get details(): ConversationDetails {
		return this.#record ?? this.#options.beginning ?? {};
	}

	get title(): string {
		return this.#record?.title ?? '';
	}

	/** Those on the path that is shown. */
	get messages(): readonly StoredMessage[] {
		const [tree, headId] = [this.#tree, this.#headId];
		if (this.#path?.tree !== tree || this.#path.headId !== headId) {
			this.#path = { tree, headId, messages: tree.pathTo(headId) };
		}
		return this.#path.messages;
	}

	/** The message with the others in whose place it stands, oldest first. */
	variantsOf(message: StoredMessage): readonly StoredMessage[] {
		return this.#tree.variantsOf(message.id);
	}

	/** Messages that are stored and cannot be read. */
	get unreadable(): number {
		return this.#unreadable;
	}

	get isGenerating(): boolean {
		return this.#isGenerating;
	}

	/** The last answer ended because the context window was full. */
	get isOutOfRoom(): boolean {
		return this.#isOutOfRoom;
	}

	/** What was lost during the last answer, which began anew: the device, or the tab that held the model. */
	get lost(): 'device' | 'tab' | undefined {
		return this.#lost;
	}

	/** Of the last answer that ended by itself. */
	get usage(): Usage | undefined {
		return this.#usage;
	}

	/** Why the last answer failed. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** Why the last answer could not be saved; it is only on the page then. */
	get saveError(): AppError | undefined {
		return this.#saveError;
	}

	/** Reads the stored messages. Throws what the database throws. */
	async open(): Promise<void> {
		if (!this.#record) return;
		const { items, unreadable } = await this.#repository.messages(this.#record.id);
		this.#tree = new MessageTree(items);
		this.#unreadable = unreadable;
		const { headId } = this.#record;
		this.#headId = headId && this.#tree.get(headId) ? headId : this.#tree.last?.id;
	}

	/**
	 * Saves the person's message and begins the answer, which goes on after this resolves. Throws, with
	 * nothing changed, if the message cannot be saved.
	 */
	async send(text: string): Promise<void> {
		await this.#settled;
		this.#record ??= await this.#repository.create(titleFrom(text), this.details);
		await this.#ask(text, this.#headId ?? null);
	}

	/** Sends another wording of a message that was sent: the one before stays as a variant. Throws as `send`. */
	async edit(message: StoredMessage, text: string): Promise<void> {
		await this.#settled;
		await this.#ask(text, this.#tree.parentIdOf(message.id));
	}

	/** Shows the path through this variant to the end that was written last. Throws what the database throws. */
	async show(variant: StoredMessage): Promise<void> {
		this.#headId = this.#tree.latestBelow(variant.id);
		if (this.#record) await this.#repository.show(this.#record.id, this.#headId);
	}

	/** A new conversation that begins as this one up to the message. Throws what the database throws. */
	async fork(message: StoredMessage, title: string): Promise<ConversationRecord> {
		if (!this.#record) throw new AppError('invalid-input', 'nothing to fork yet');
		return this.#repository.fork(this.#record.id, this.#tree.pathTo(message.id), title);
	}

	/** Ends the answer at once and keeps its text. The engine follows after the token in work. */
	stop(): void {
		if (!this.#isGenerating) return;
		this.#generation?.abort();
		this.#end('stopped');
		void this.#saveAnswer();
	}

	/** Gives another answer beside this one, or the one that is missing after the last message. */
	async regenerate(answer: StoredMessage | undefined = this.messages.at(-1)): Promise<void> {
		await this.#settled;
		if (!answer) return;
		if (answer.role !== 'assistant') return this.#begin(answer.id, FIRST_ANSWER);
		const questionId = this.#tree.parentIdOf(answer.id);
		if (questionId === null) return;
		// What failed before its first word is tried again as it was, and leaves no empty variant.
		if (!answer.content) {
			await this.#repository.removeMessage(answer);
			this.#tree = this.#tree.without(answer.id);
		}
		const reason = this.#error?.data.reason;
		const isStuck = reason === 'repeats' || reason === 'says-nothing';
		const another = answer.content ? ANOTHER_ANSWER : FIRST_ANSWER;
		this.#begin(questionId, isStuck ? VARIED_ANSWER : another);
	}

	async rename(title: string): Promise<void> {
		if (!this.#record) return;
		await this.#repository.rename(this.#record.id, title);
		this.#record = { ...this.#record, title };
	}

	/** Resolves when no answer is being written any more and what was written is saved. */
	get settled(): Promise<void> {
		return this.#settled;
	}

	async #ask(text: string, parentId: string | null): Promise<void> {
		const message = this.#newMessage('user', text, 'complete', parentId);
		await this.#repository.saveMessage(message);
		this.#tree = this.#tree.with(message);
		this.#begin(message.id, FIRST_ANSWER);
	}

	/** Begins an answer to the question. */
	#begin(questionId: string, sampling: Sampling): void {
		this.#isGenerating = true;
		this.#isOutOfRoom = false;
		this.#lost = undefined;
		this.#error = undefined;
		this.#saveError = undefined;
		const messages = this.#tree
			.pathTo(questionId)
			.filter((message) => message.content !== '')
			.map(({ role, content }) => ({ role, content }));
		const answer = this.#newMessage('assistant', '', 'streaming', questionId);
		this.#answerId = answer.id;
		this.#tree = this.#tree.with(answer);
		this.#headId = answer.id;
		this.#settled = this.#generate({ messages, ...sampling });
	}

	async #generate(request: GenerateRequest): Promise<void> {
		const { signal } = (this.#generation = new AbortController());
		await this.#saveAnswer();
		try {
			const instructions = (await this.#options.instructionsFor?.(this.details)) ?? [];
			const messages = withInstructions(request.messages, instructions);
			const deltas = this.#engine.generate({ ...request, messages }, { signal });
			const end = await streamAnswer(deltas, (answer) => this.#show(answer), signal);
			this.#isOutOfRoom = end.reason === 'length';
			this.#usage = end.usage;
			this.#end('complete');
		} catch (error) {
			const failure = toAppError(error);
			if (failure.code !== 'aborted') this.#error = failure;
			this.#end(failure.code === 'aborted' ? 'stopped' : 'interrupted');
		}
		await this.#saveAnswer();
	}

	#show({ text, trimmedTurns, lost }: AnswerSoFar): void {
		this.#lost = lost;
		this.#changeAnswer({ content: text, ...(trimmedTurns > 0 && { trimmedTurns }) });
		void this.#saveAnswer();
	}

	#end(state: StoredMessage['state']): void {
		if (!this.#isGenerating) return;
		this.#isGenerating = false;
		this.#changeAnswer({ state });
	}

	#changeAnswer(change: Partial<StoredMessage>): void {
		const answer = this.#tree.get(this.#answerId ?? '');
		if (answer?.state === 'streaming') this.#tree = this.#tree.with({ ...answer, ...change });
	}

	/** An answer that cannot be saved is still worth reading: the failure is shown beside it. */
	async #saveAnswer(): Promise<void> {
		const answer = this.#tree.get(this.#answerId ?? '');
		if (!answer) return;
		try {
			await this.#answerWrite.save(answer);
		} catch (error) {
			this.#saveError = toAppError(error);
		}
	}

	#newMessage(
		role: StoredMessage['role'],
		content: string,
		state: StoredMessage['state'],
		parentId: string | null,
	): StoredMessage {
		if (!this.#record) throw new AppError('internal', 'a message without a conversation');
		const packId = this.#engine.pack?.manifest.id;
		return {
			id: crypto.randomUUID(),
			conversationId: this.#record.id,
			position: this.#tree.nextPosition,
			parentId,
			role,
			content,
			createdAt: Date.now(),
			state,
			...(role === 'assistant' && packId !== undefined && { packId }),
		};
	}
}
