import type { EngineSession } from '../../engines/engine-session.svelte.ts';
import type { Message, Usage } from '../../engines/engine.ts';
import { AppError, toAppError } from '../../lib/errors.ts';
import type {
	ConversationDetails,
	ConversationRepository,
} from '../../storage/conversation-repository.ts';
import type { Conversation as ConversationRecord } from '../../storage/records/conversation.ts';
import type { StoredMessage } from '../../storage/records/message.ts';
import type { Parameters } from '../../storage/records/parameters.ts';
import { withInstructions } from './instructions.ts';
import { LatestWrite } from './latest-write.ts';
import { samplingFor, type Attempt } from './sampling.ts';
import { ShownMessages } from './shown-messages.svelte.ts';
import { streamAnswer, type AnswerSoFar } from './stream-answer.ts';
import { TakeOver } from './take-over.ts';
import { titleFrom } from './title.ts';

interface Options {
	/** What a new one begins with. */
	readonly beginning?: ConversationDetails;
	/** What its model is told beforehand, from the general to the particular. */
	readonly instructionsFor?: (
		details: ConversationDetails,
	) => Promise<readonly (string | undefined)[]>;
	/** How it answers. */
	readonly parametersFor?: (details: ConversationDetails) => Promise<Parameters>;
}

/**
 * One conversation: its messages as stored, of which those on one path are shown, and the answer that is being
 * written. A message is saved before the first token of its answer, and the answer after every flush.
 */
export class Conversation {
	readonly #repository: ConversationRepository;
	readonly #engine: EngineSession;
	readonly #options: Options;
	readonly #others: TakeOver;
	/** What it will begin with. */
	#beginning = $state.raw<ConversationDetails>({});

	#record = $state.raw<ConversationRecord>();
	readonly #shown = new ShownMessages();
	/** The answer that is being written or was last. */
	#answerId: string | undefined;
	/** That answer as it was before, where it is gone on with. */
	#begun: StoredMessage | undefined;
	#isRemoved = $state.raw(false);
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
		this.#beginning = options.beginning ?? {};
		this.#others = new TakeOver({
			repository,
			shown: this.#shown,
			isOurs: (id) => this.#isGenerating && id === this.#answerId,
		});
	}

	get id(): string | undefined {
		return this.#record?.id;
	}

	/** What it was given, or, while it is new, what it will begin with. */
	get details(): ConversationDetails {
		return this.#record ?? this.#beginning;
	}

	get title(): string {
		return this.#record?.title ?? '';
	}

	/** Those on the path that is shown. */
	get messages(): readonly StoredMessage[] {
		return this.#shown.path;
	}

	/** The same as a tree, with the variants that are not shown. */
	get shown(): Pick<ShownMessages, 'tree' | 'pathAsBegun' | 'newest'> {
		return this.#shown;
	}

	/** The messages that are shown as the model reads them, with what it is told beforehand. */
	async prompt(): Promise<readonly Message[]> {
		const said = this.messages
			.filter((message) => message.content !== '')
			.map(({ role, content }) => ({ role, content }));
		return withInstructions(said, (await this.#options.instructionsFor?.(this.details)) ?? []);
	}

	/** The message with the others in whose place it stands, oldest first. */
	variantsOf(message: StoredMessage): readonly StoredMessage[] {
		return this.#shown.tree.variantsOf(message.id);
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

	/** Another tab has removed it; it is only on the page then. */
	get isRemoved(): boolean {
		return this.#isRemoved;
	}

	/** Reads the stored messages. Throws what the database throws. */
	async open(): Promise<void> {
		if (!this.#record) return;
		const { items, unreadable } = await this.#repository.messages(this.#record.id);
		this.#shown.replace(items, this.#record.headId);
		this.#unreadable = unreadable;
	}

	/**
	 * Saves the person's message and begins the answer, which goes on after this resolves. Throws, with
	 * nothing changed, if the message cannot be saved.
	 */
	async send(text: string): Promise<void> {
		await this.#settled;
		this.#record ??= await this.#repository.create(titleFrom(text), this.details);
		await this.#ask(text, this.#shown.headId ?? null);
	}

	/** Sends another wording of a message that was sent: the one before stays as a variant. Throws as `send`. */
	async edit(message: StoredMessage, text: string): Promise<void> {
		await this.#settled;
		await this.#ask(text, this.#shown.tree.parentIdOf(message.id));
	}

	/** Shows the path through this variant to the end that was written last. Throws what the database throws. */
	async show(variant: StoredMessage): Promise<void> {
		const headId = this.#shown.tree.latestBelow(variant.id);
		this.#shown.showUpTo(headId);
		if (this.#record) await this.#repository.show(this.#record.id, headId);
	}

	/** A new conversation that begins as this one up to the message. Throws what the database throws. */
	async fork(message: StoredMessage, title: string): Promise<ConversationRecord> {
		if (!this.#record) throw new AppError('invalid-input', 'nothing to fork yet');
		return this.#repository.fork(this.#record.id, this.#shown.tree.pathTo(message.id), title);
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
		if (answer.role !== 'assistant') return this.#begin(answer.id, 'first');
		const questionId = this.#shown.tree.parentIdOf(answer.id);
		if (questionId === null) return;
		// What failed before its first word is tried again as it was, and leaves no empty variant.
		if (!answer.content) {
			await this.#repository.removeMessage(answer);
			this.#shown.remove(answer.id);
		}
		const reason = this.#error?.data.reason;
		const isStuck = reason === 'repeats' || reason === 'says-nothing';
		this.#begin(questionId, isStuck ? 'varied' : answer.content ? 'another' : 'first');
	}

	/**
	 * Goes on with an answer that ended early, from its own last word. Not where another tab does so already. An answer
	 * that cannot be gone on with is left as it was, and `error` says why.
	 */
	async goOn({ id }: StoredMessage): Promise<void> {
		await this.#settled;
		await this.takeOver(id);
		const answer = this.#shown.tree.get(id);
		if (!answer || answer.state === 'streaming') return;
		const isStuck = this.#error?.data.reason === 'repeats';
		this.#write(answer, isStuck ? 'varied' : 'first');
	}

	/** Changes what `details` name, for a new one as well. Throws what the database throws. */
	async change(details: ConversationDetails): Promise<void> {
		if (!this.#record) {
			this.#beginning = { ...this.#beginning, ...details };
			return;
		}
		await this.#repository.change(this.#record.id, details);
		await this.reread();
	}

	async rename(title: string): Promise<void> {
		if (!this.#record) return;
		await this.#repository.rename(this.#record.id, title);
		await this.reread();
	}

	/** Shows the record as it is stored now, and the variants that it names. Throws what the database throws. */
	async reread(): Promise<void> {
		if (!this.#record) return;
		const record = await this.#repository.get(this.#record.id);
		this.#isRemoved = !record;
		if (!record) return this.stop();
		this.#record = record;
		const { headId } = record;
		if (!headId || this.#isGenerating || headId === this.#shown.headId) return;
		if (!this.#shown.tree.get(headId)) await this.takeOver(headId);
		if (this.#shown.tree.get(headId) && !this.#isGenerating) this.#shown.showUpTo(headId);
	}

	/** Shows a message as it is stored now: another tab has written it. Throws what the database throws. */
	async takeOver(messageId: string): Promise<void> {
		await this.#others.message(messageId);
	}

	/** Stores it again, as far as it is on the page. Throws what the database throws. */
	async bringBack(): Promise<void> {
		if (!this.#record) return;
		await this.#repository.bringBack(this.#record, this.#shown.tree.all);
		await this.reread();
	}

	/** Resolves when no answer is being written any more and what was written is saved. */
	get settled(): Promise<void> {
		return this.#settled;
	}

	async #ask(text: string, parentId: string | null): Promise<void> {
		const message = this.#newMessage('user', text, 'complete', parentId);
		await this.#repository.saveMessage(message);
		this.#shown.put(message);
		this.#begin(message.id, 'first');
	}

	/** Begins an answer to the question. */
	#begin(questionId: string, attempt: Attempt): void {
		this.#write(this.#newMessage('assistant', '', 'streaming', questionId), attempt);
	}

	/** Writes an answer from where it is. Models begin words with the blank before them. */
	#write(begun: StoredMessage, attempt: Attempt): void {
		this.#isGenerating = true;
		this.#isOutOfRoom = false;
		this.#lost = undefined;
		this.#error = undefined;
		this.#saveError = undefined;
		const answer = withoutCut({ ...begun, content: begun.content.trimEnd(), state: 'streaming' });
		this.#begun = begun;
		this.#answerId = answer.id;
		this.#shown.put(answer);
		this.#shown.showUpTo(answer.id);
		this.#settled = this.#generate(attempt);
	}

	async #generate(attempt: Attempt): Promise<void> {
		const { signal } = (this.#generation = new AbortController());
		await this.#saveAnswer();
		try {
			const messages = await this.prompt();
			const { details } = this;
			const parameters = (await this.#options.parametersFor?.(details)) ?? details.parameters ?? {};
			const variant = this.#shown.tree.variantsOf(this.#answerId ?? '').length - 1;
			const sampling = samplingFor(attempt, parameters, variant);
			const deltas = this.#engine.generate({ messages, ...sampling }, { signal });
			const end = await streamAnswer(deltas, (answer) => this.#show(answer), signal);
			this.#isOutOfRoom = end.reason === 'length';
			this.#usage = end.usage;
			this.#end('complete', end.reason);
		} catch (error) {
			this.#fail(toAppError(error));
		}
		await this.#saveAnswer();
	}

	#fail(failure: AppError): void {
		const begun = this.#begun?.content ? this.#begun : undefined;
		// There was no more to say.
		if (begun && failure.data.reason === 'says-nothing') return this.#end('complete');
		if (failure.code !== 'aborted') this.#error = failure;
		const content = this.#shown.tree.get(this.#answerId ?? '')?.content;
		if (begun && content === begun.content.trimEnd() && this.#isGenerating) {
			this.#isGenerating = false;
			this.#shown.put(begun);
			return;
		}
		this.#end(failure.code === 'aborted' ? 'stopped' : 'interrupted');
	}

	#show({ text, trimmedTurns, lost }: AnswerSoFar): void {
		this.#lost = lost;
		const content = (this.#begun?.content.trimEnd() ?? '') + text;
		this.#changeAnswer({ content, ...(trimmedTurns > 0 && { trimmedTurns }) });
		void this.#saveAnswer();
	}

	#end(state: StoredMessage['state'], reason?: 'stop' | 'length'): void {
		if (!this.#isGenerating) return;
		this.#isGenerating = false;
		this.#changeAnswer({ state, ...(reason === 'length' && { cut: reason }) });
	}

	#changeAnswer(change: Partial<StoredMessage>): void {
		const answer = this.#shown.tree.get(this.#answerId ?? '');
		if (answer?.state === 'streaming') this.#shown.put({ ...answer, ...change });
	}

	/** An answer that cannot be saved is still worth reading: the failure is shown beside it. */
	async #saveAnswer(): Promise<void> {
		const answer = this.#shown.tree.get(this.#answerId ?? '');
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
			position: this.#shown.tree.nextPosition,
			parentId,
			role,
			content,
			createdAt: Date.now(),
			state,
			...(role === 'assistant' && packId !== undefined && { packId }),
		};
	}
}

function withoutCut({ cut, ...message }: StoredMessage): StoredMessage {
	void cut;
	return message;
}
