import type { ErrorCode, ErrorData } from '../../lib/errors.ts';
import { Format } from '../format.ts';
import { pluralsOf } from '../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

/** English, and the shape of every other language. */
const en = {
	app: {
		name: 'Quern',
		purpose: 'AI that is yours',
		skipToContent: 'Skip to the content',
		places: 'Places',
		notFound: 'There is nothing at this address',
		notFoundNext: 'The link may be from an older version of Quern. Your data is not touched.',
		goHome: 'Go to the start',
		updateReady: 'A new version of Quern is ready.',
		updateNow: 'Restart now',
		updateLater: 'Later',
		updateWaits: 'A new version is ready. It can be started when the work in progress is done.',
		install: 'Install',
		installOffer: 'Keep Quern on this device like any other app.',
		installLater: 'Not now',
		installOnIos: 'To install Quern, tap Share, then “Add to Home Screen”.',
		brokenPage: 'This page stopped working',
		brokenPageNext: 'Your conversations and models are kept. Try again, or go to another place.',
		databaseClosed: 'Quern cannot open its storage',
		databaseClosedNext:
			'Nothing was deleted. Close other tabs of Quern and try again. In a private window, use a normal one. Until then nothing can be saved.',
		databaseNewer:
			'The stored data is from a newer version of Quern. Nothing was deleted. Reload to get that version.',
	},

	actions: {
		cancel: 'Cancel',
		close: 'Close',
		copy: 'Copy',
		copied: 'Copied',
		copyFailed: 'The browser did not allow copying. Select the text and copy it yourself.',
		delete: 'Delete',
		deleted: 'Deleted',
		dismiss: 'Dismiss',
		more: 'More',
		reload: 'Reload',
		retry: 'Try again',
		undo: 'Undo',
	},

	errors: {
		aborted: () => 'It was stopped. What was finished before is kept.',
		unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
			if (reason === 'no-own-copy')
				return 'Quern’s offline part is not running in this window, so it cannot be taken along from here. Nothing was changed. Reload the page, or use a normal window in place of a private one.';
			if (reason === 'no-webrtc')
				return 'This browser cannot connect to a device near. Nothing was changed. Update it, or pass the model on as a file.';
			if (reason === 'newer-code')
				return 'This code is from a newer version of Quern. Nothing was changed. Update Quern on this device, or pass the model on as a file.';
			if (reason === 'library-mismatch')
				return 'The program in this folder was made for another model: it does not read the weights that lie beside it. Nothing was changed. Get both from the same place.';
			if (reason === 'missing-part')
				return `“${part}” is missing, and without it this model cannot run. Nothing was changed. Get the folder whole, then try again.`;
			if (reason === 'no-matching-library')
				return `No program fits this model (kind “${kind}”, packed as “${quantization}”). To run on the graphics chip it needs a compiled library, a .wasm file. Nothing was changed. Put that into the folder, or look for the model as a GGUF file.`;
			if (reason === 'no-library')
				return 'This file is for a graphics chip, and this device has none that can run it. Nothing was changed. Ask for the same model for the processor, or choose another one.';
			if (reason === 'no-chat-template')
				return 'This model was not made for conversations: its file has no chat template. Nothing was changed. Look for a variant called “instruct” or “chat”.';
			if (reason === 'split-file')
				return 'This file is one part of a model in several files. Quern needs it whole. Nothing was changed. Look for the same model in one file.';
			if (reason === 'too-large')
				return `This model is too large: it takes ${format.bytes(Number(bytes))}, and the browser can hold ${format.bytes(Number(limitBytes))} at most. Nothing was changed. Choose a smaller one, or one with fewer bits per weight.`;
			if (reason === 'unknown-architecture')
				return `Quern cannot run models of the kind “${architecture}”. Nothing was changed. Choose another model.`;
			return reason === 'no-wasm'
				? 'This browser cannot run AI models. Your data is kept. Update the browser, or open Quern in another one.'
				: reason === 'newer-version'
					? 'The stored data is from a newer version of Quern. Nothing was deleted. Reload to get that version.'
					: reason === 'limits'
						? 'The graphics chip of this device is too small for this model. Nothing was lost. Choose a smaller model, or let the processor do the work.'
						: reason === 'no-adapter' || reason === 'no-webgpu'
							? 'This browser gives no access to a graphics chip. Nothing was lost. Quern can use the processor instead, which is slower.'
							: 'This device cannot do that. Nothing was lost. Choose another model.';
		},
		'out-of-memory': ({ reason }) =>
			reason === 'page-ended'
				? 'The last time this model was loaded, the browser ended the page, most likely for want of memory. Nothing was lost. Close other tabs and apps and try again, give the conversation less room, or choose a smaller model.'
				: 'The device ran out of memory. What was written so far is kept. Close other tabs and apps and try again, or choose a smaller model.',
		'device-lost': ({ reason }) =>
			reason === 'tab-ended'
				? 'The tab that held the model was closed or stopped. Your conversation is kept. Try again: the model is loaded here then.'
				: 'The graphics chip stopped answering. Your conversation is kept. Load the model again to go on.',
		offline: ({ reason, host }) => {
			if (reason === 'own-file')
				return 'A part of Quern itself is not on this device and cannot be fetched now. Nothing was written. Connect once to the site that Quern came from, then try again.';
			if (reason === 'peer')
				return 'The other device ended the connection, or is out of reach. What arrived is kept. Connect again with new codes, and it goes on from there.';
			if (reason === 'no-network')
				return 'This device is in no network. Nothing was changed. Connect both devices to the same Wi-Fi, or one to the other’s hotspot; it needs no internet. Then try again.';
			if (reason === 'captive-portal')
				return 'A web page came in place of the model’s files. A login page or a filter may be in the way. Nothing of it was stored. Open any website to see what asks for a login, then try again.';
			if (reason === 'no-gate')
				return 'From this page Quern cannot reach other sites yet. What was downloaded is kept. Reload the page and try again; in a private window, use a normal one.';
			if (reason === 'gate-closed')
				return 'This site does not let Quern reach any other. What was downloaded is kept. Ask whoever runs it to send “sw.js” without a content security policy.';
			if (reason === 'unreadable')
				return `${host ?? 'The source'} answers, but Quern may not read the answer: a filter may be in the way, or it serves no web apps. What was downloaded is kept. Try another address.`;
			if (reason === 'missing' && host)
				return `${host} does not have this model’s files. What was downloaded is kept. Try another address, or choose another model.`;
			if (reason === 'refused' && host)
				return `${host} does not hand out this model’s files; it may want an account. What was downloaded is kept. Try another address, or choose another model.`;
			if (reason === 'missing')
				return 'The model’s files are not where they should be. What was downloaded is kept. Try again later, or ask whoever runs this site.';
			if (reason === 'refused')
				return 'The server does not hand out the model’s files. What was downloaded is kept. Try again later, or ask whoever runs this site.';
			return host
				? `${host} could not be reached. What was downloaded is kept. Quern goes on from there when you try again.`
				: 'The source could not be reached. What was downloaded is kept. Quern goes on from there when you try again.';
		},
		'quota-exceeded': ({ neededBytes, freeBytes }) =>
			typeof neededBytes === 'number' && typeof freeBytes === 'number'
				? `There is not enough space: ${format.bytes(neededBytes)} are needed, ${format.bytes(freeBytes)} are free. What is already stored is kept. Free some space and try again.`
				: 'There is not enough space on this device. What is already stored is kept. Free some space and try again.',
		corrupt: ({ reason, file, host }) => {
			if (reason === 'listing')
				return `${host ?? 'The source'} sent no list of files that Quern understands. Nothing of it was kept. Try again later, or use another address.`;
			const what = file ? `“${file}”` : 'A file';
			if (reason === 'length')
				return `${what} ended too early. The part that arrived is kept. Try again to get the rest.`;
			return `${what} is damaged and was not used. Everything else is kept. Try again to get it anew.`;
		},
		untrusted: ({ reason, name, file }) => {
			if (reason === 'different-pack')
				return `This file calls itself “${name}”, but it does not contain the model of that name. Nothing of it was kept. Get it again from a source that you trust.`;
			if (reason === 'unknown-library')
				return `“${name}” runs by a program of its own that Quern does not know, so it was not started. Nothing was changed. Under “Models” you can read what that means, and decide.`;
			return file
				? `“${file}” contains code that Quern does not know, so it was not run. Nothing was changed. Use a model from a source that you trust.`
				: 'This contains code that Quern does not know, so it was not run. Nothing was changed. Use a model from a source that you trust.';
		},
		'invalid-input': ({ reason, file, limit, needed, part }) => {
			if (reason === 'not-a-code')
				return 'This is not a code of Quern, or a part of it is missing. Nothing was changed. Copy or scan the whole code.';
			if (reason === 'other-code')
				return 'This is the code of the other step. Nothing was changed. Take in the code that the other device shows now.';
			if (reason === 'not-the-protocol')
				return 'The other device sent something that makes no sense here. Nothing of that was used. Check that both have the newest Quern, then connect again with new codes.';
			if (reason === 'endless-template')
				return 'The template by which this model is talked to is a small program, and it does not come to an end. Nothing was changed. Get the model from a source that you trust.';
			if (reason === 'malformed')
				return `“${part}” is not as it should be, so nothing of this was used. Nothing was changed. Get the model again from where it came from.`;
			if (reason === 'no-model-folder')
				return `In “${file}” there is no model that Quern can read. Nothing was changed. Choose the folder that holds the model’s own files, or a single file.`;
			if (reason === 'context-window')
				return `This message is too long for the model’s memory: it takes ${format.number(Number(needed))} tokens and there is room for ${format.number(Number(limit))}. Nothing was lost. Shorten it, or send it in parts.`;
			if (reason === 'removed')
				return 'This conversation was deleted, perhaps in another tab. Nothing else was changed. Copy what you still need, and begin a new conversation.';
			return file
				? `“${file}” could not be read. Nothing was changed. Check that it is the right kind of file.`
				: 'This could not be read. Nothing was changed. Check it and try again.';
		},
		busy: ({ reason }) =>
			reason === 'newer-tab'
				? 'A newer Quern is open in another tab. What was saved is kept. Reload this page to go on.'
				: 'Something else is still running, here or in another tab. It goes on undisturbed. Wait for it or stop it, then try again.',
		internal: ({ reason }) =>
			reason === 'repeats'
				? 'The model got stuck and repeated itself, so it was stopped. What was written is kept. Ask for another answer: it will be drawn more freely.'
				: reason === 'says-nothing'
					? 'The model wrote nothing. Your question is kept. Ask for another answer, or put the question differently.'
					: 'Something went wrong inside Quern. What was saved is kept. Try again; if it stays, reload the page.',
	} satisfies Record<ErrorCode, (data: ErrorData) => string>,

	chat: {
		title: 'Chat',
		conversations: 'Conversations',
		newConversation: 'New conversation',
		untitled: 'Untitled conversation',
		none: 'Conversations that you begin appear here.',
		options: 'What to do with this conversation',
		rename: 'Rename',
		renameTitle: 'Rename the conversation',
		renameLabel: 'Name',
		renameSave: 'Save',
		removed: (p: { title: string }) => `“${p.title}” was deleted.`,
		conversationsUnreadable: (p: { count: number }) =>
			plural(p.count, {
				one: '# conversation cannot be read. It is kept as it is.',
				other: '# conversations cannot be read. They are kept as they are.',
			}),
		messagesUnreadable: (p: { count: number }) =>
			plural(p.count, {
				one: '# message cannot be read. It is kept as it is.',
				other: '# messages cannot be read. They are kept as they are.',
			}),
		messages: 'Messages',
		you: 'You',
		answer: 'Answer',
		composer: 'Message',
		send: 'Send',
		stop: 'Stop',
		answerAgain: 'Answer again',
		goOn: 'Go on',
		toNewest: 'To the newest',
		waiting: 'Reading your message…',
		stopped: 'You stopped this answer.',
		interrupted: 'This answer was cut off. What was written is kept.',
		elsewhere: 'This answer is being written in another tab.',
		trimmed: (p: { turns: number }) =>
			plural(p.turns, {
				one: 'The oldest question and its answer no longer fit in the model’s memory and were left out of this answer.',
				other:
					'The oldest # questions and their answers no longer fit in the model’s memory and were left out of this answer.',
			}),
		restarted:
			'The graphics chip gave up for a moment. The model was loaded again, and the answer began anew.',
		outOfRoom: 'The answer ends here: the model’s memory is full.',
		failed: 'The answer failed',
		notSaved: 'This answer is not saved',
		notDone: 'That did not work',
		useProcessor: 'Use the processor instead',
		loading: 'Loading the model',
		preparing: 'Preparing the model for this device',
		mayWrite: 'You can already write.',
		loadFailed: 'The model could not be loaded',
		busyElsewhere: 'The model is answering in another conversation.',
		goThere: 'Go there',
		emptyTitle: 'Ask something small',
		emptyTextUnknown: (p: { model: string }) =>
			`${p.model} came from a file that does not say which languages it understands. It can be wrong, so check what matters.`,
		emptyText: (p: { model: string; languages: readonly string[] }) =>
			`${p.model} is a small model that understands ${format.list(p.languages)}. It is often wrong, so check what matters.`,
		emptyPrivate: 'What you write stays on this device.',
		starters: 'For example',
		noModel: 'No model is on this device yet',
		noModelText:
			'To chat, a model is needed. It is fetched once and then works without the internet.',
		getModel: 'See the starter model',
		installing: 'The model is on its way. You can already write, and send once it is here.',
		installPaused:
			'The download of the model is paused. You can already write, and send once it is here.',
		seeInstall: 'See the download',
	},

	markdown: {
		code: 'Code block',
		codeIn: (p: { language: string }) => `Code block, ${p.language}`,
		copyCode: 'Copy the code',
		table: 'Table',
		image: 'Picture, not loaded:',
		done: 'Done',
		open: 'Not done',
		linkTitle: 'Open this address?',
		linkLeaves:
			'It leads out of Quern to the internet. That site learns that this device has opened it.',
		linkMail: 'Your mail app opens with this address. Nothing is sent by itself.',
		linkSite: 'Site:',
		linkOpen: 'Open',
	},

	models: {
		title: 'Models',
		firstTitle: 'AI on your own device',
		firstLead:
			'Quern runs an AI model right here. It is fetched once. After that it answers without the internet and without an account, and nobody else can read what you write.',
		expectTitle: 'What to expect',
		expectSmall:
			'The starter is a small model. It drafts short texts and answers simple questions. It is often wrong, and sounds sure even then.',
		expectLanguages: (p: { languages: readonly string[] }) =>
			`It understands ${format.list(p.languages)}. In other languages it is of little use.`,
		fetchTitle: 'What will be fetched',
		name: 'Model',
		size: 'Size',
		exactSize: (p: { bytes: number }) =>
			`${format.bytes(p.bytes)} (${format.number(p.bytes)} bytes)`,
		from: 'From',
		fromHere: (p: { host: string }) => `${p.host}, this same site`,
		free: 'Free space',
		freeAbout: (p: { bytes: number }) => `About ${format.bytes(p.bytes)}, the browser says`,
		freeUnknown: 'The browser does not say',
		mayNotFit:
			'There may not be enough space. You can try all the same: if it does not fit, nothing is lost.',
		licence: 'Licence',
		deleteLater: 'You can delete it at any time under “Models”. Nothing of it is left behind.',
		metered: (p: { bytes: number }) =>
			`You seem to be on mobile data, or saving data. This takes ${format.bytes(p.bytes)} of it.`,
		get: (p: { bytes: number }) => `Get the model (${format.bytes(p.bytes)})`,
		later: 'Later',
		device: 'This device',
		deviceLooking: 'Looking at what this device can do…',
		deviceGpu: 'The graphics chip will do the work.',
		deviceProcessor: 'The processor will do the work. That is slower than a graphics chip.',
		findings: {
			'no-webgpu': 'This browser gives no access to the graphics chip (no WebGPU).',
			'no-adapter': 'The browser found no graphics chip that it can use.',
			software: 'The graphics chip is only imitated by the processor. It works, but slowly.',
			limits: 'The graphics chip is too small for this model.',
			'no-library': 'This model was not made ready for this graphics chip.',
			'no-f16':
				'The graphics chip cannot calculate in half precision (no f16), so the model is a little slower.',
			'no-threads': 'The browser lets the model use only one processor core.',
		},
		details: 'Details',
		detail: {
			graphics: 'Graphics chip',
			none: 'None',
			software: 'Imitated by the processor',
			f16: 'Half precision (f16)',
			buffer: 'Largest buffer',
			binding: 'Largest binding',
			workgroup: 'Workgroup memory',
			cores: 'Processor cores',
			threads: 'Several cores at once',
			memory: 'Memory',
			memoryAtLeast: (p: { bytes: number }) => `At least ${format.bytes(p.bytes)}`,
			yes: 'Yes',
			no: 'No',
		},
		fetching: (p: { name: string }) => `Fetching ${p.name}`,
		paused: (p: { name: string }) => `${p.name} is paused`,
		waitingConnection: 'There is no connection. It goes on by itself when the connection is back.',
		waitingOtherTab:
			'Another tab of Quern is fetching this model. It goes on here if that tab stops.',
		bytesOf: (p: { done: number; total: number }) =>
			`${format.bytes(p.done)} of ${format.bytes(p.total)}`,
		speed: (p: { bytesPerSecond: number }) => format.speed(p.bytesPerSecond),
		timeLeft: (p: { seconds: number }) => `${format.duration(p.seconds)} left`,
		pause: 'Pause',
		resume: 'Go on',
		pausedText: 'What was fetched is kept, also when you close Quern.',
		lookAround: 'You can look around meanwhile. Every file is checked as it arrives.',
		cancel: 'Cancel the download',
		cancelTitle: 'Cancel the download?',
		cancelText: 'What was fetched so far is deleted.',
		cancelKeep: 'Keep it',
		failed: 'The download stopped',
		freeSpace: 'See what takes up space',
		notPersistent:
			'The browser has not promised to keep the model. If the device runs out of space it may delete it. Everything works all the same.',
		installed: 'On this device',
		engine: 'Runs on',
		engines: {
			'web-llm': 'The graphics chip (WebLLM)',
			wllama: 'The processor (wllama)',
			transformers: 'Graphics chip or processor, whichever is faster (transformers.js)',
		},
		languages: 'Languages',
		languageList: (p: { languages: readonly string[] }) => format.list(p.languages),
		room: 'Memory for a conversation',
		roomTokens: (p: { tokens: number; words: number }) =>
			`About ${format.number(p.words)} words (${format.number(p.tokens)} tokens)`,
		since: 'Since',
		chat: 'Chat with it',
		keptIn: 'Kept in',
		shelves: { 'indexed-db': 'The browser’s database', opfs: 'The browser’s private files' },
		moveFaster: 'Move to the faster store',
		moveTo: (p: { shelf: string }) => `Move to: ${p.shelf}`,
		moving: 'Moving the model',
		moved: (p: { shelf: string }) => `The model is now kept in: ${p.shelf}.`,
		check: 'Check the files',
		checking: 'Checking the files',
		checkGood: 'All files are whole.',
		checkBroken: (p: { count: number }) =>
			plural(p.count, {
				one: '# file is damaged. It must be fetched again before the model can be used.',
				other: '# files are damaged. They must be fetched again before the model can be used.',
			}),
		repair: 'Fetch again',
		remove: 'Delete the model',
		removeTitle: (p: { name: string }) => `Delete ${p.name}?`,
		removeText: (p: { bytes: number }) =>
			`This frees ${format.bytes(p.bytes)}. Your conversations stay. To use the model again, it must be fetched again.`,
		removed: (p: { name: string }) => `${p.name} was deleted.`,
		notStated: 'Not stated in the file',
		digest: 'Fingerprint (SHA-256)',
		use: 'Use this one',
		inUse: 'This model answers in the chat.',
		export: 'Save as a file',
		exporting: 'Saving as a file',
		exported: (p: { file: string }) =>
			`${p.file} was saved. Quern on any other device can import it, without the internet.`,
		importTitle: 'From a file',
		importText:
			'A model that was saved from Quern (.quern), a GGUF file, or a folder in the layout of MLC or of transformers.js (ONNX). Choose it, drop it on this page or paste it. No internet is needed.',
		importChoose: 'Import a file',
		importReading: (p: { name: string }) => `Reading ${p.name}`,
		importing: (p: { name: string }) => `Importing ${p.name}`,
		importChecked: 'Every file is checked before it is used.',
		importFailed: 'The file was not imported',
		notDone: 'That did not work',
	},

	embeddings: {
		purpose:
			'Finds texts by their meaning. It does not chat, and no place in Quern uses it yet: the search in your own documents will.',
		room: 'Reads at once',
		offerTitle: 'For searching by meaning, later',
		offerText: 'It understands English only.',
	},

	speed: {
		order: 'Order by',
		lastUse: 'Last used',
		never: 'Not yet',
		shared: 'Shared',
		sharedWith: (p: { bytes: number; names: readonly string[] }) =>
			`${format.bytes(p.bytes)} with ${format.list(p.names)}. They are stored once.`,
		nameOf: (p: { name: string; engine: string }) => `${p.name} (${p.engine})`,
		title: 'Speed on this device',
		none: 'Not measured yet. The first longer answer is noted by itself.',
		measure: 'Measure',
		measureAgain: 'Measure again',
		explain:
			'The model is loaded anew and answers one short question. That takes seconds on a graphics chip, up to a minute on a processor.',
		stages: {
			load: 'Loading the model',
			prefill: 'Reading the question',
			decode: 'Writing the answer',
			memory: 'Asking for the memory in use',
		},
		load: 'Loading',
		seconds: (p: { seconds: number }) =>
			plural(p.seconds, { one: '# second', other: '# seconds' }, 1),
		reading: 'Reading',
		writing: 'Writing',
		tokensPerSecond: (p: { tokens: number }) =>
			plural(p.tokens, { one: '# token a second', other: '# tokens a second' }, 1),
		memory: 'Memory',
		memoryOfPage: (p: { bytes: number }) =>
			`${format.bytes(p.bytes)}, without what lies on the graphics chip`,
		by: { benchmark: 'Measured', answer: 'Noted at an answer' },
		export: 'Save the measurements as text',
		reportTitle: 'Quern: speed of models on this device',
		storageTitle: 'Storage',
		models: 'Models',
		modelsTake: (p: { count: number; bytes: number }) =>
			`${plural(p.count, { one: '# model', other: '# models' })}, ${format.bytes(p.bytes)}`,
		used: 'Quern in all',
		notTold: 'The browser does not say',
		about: (p: { bytes: number }) => `About ${format.bytes(p.bytes)}, the browser says`,
		kept: 'Kept',
		keptFirmly: 'Until you delete it',
		keptLoosely: 'Until the device runs out of space: then the browser may delete it',
	},

	bring: {
		libraryTitle: (p: { name: string }) => `“${p.name}” brings a program of its own`,
		libraryUnknown:
			'To compute on the graphics chip it uses a program that Quern does not know. Quern starts no unknown program by itself.',
		libraryNotImported: 'So nothing was imported.',
		libraryWaits: 'So this model cannot answer yet.',
		libraryDecide: 'Read more and decide',
		libraryWhat:
			'On the graphics chip, a model is run by a small compiled program, its library. Those that come with Quern are known by their fingerprint. This one is not among them.',
		librarySees:
			'It sees what you write to this model and what the model answers, and it computes on your graphics chip. It runs apart from the page, where it has no way to the network, to your files or to other conversations.',
		librarySource: (p: { source: string }) =>
			`The model says of itself that it comes from “${p.source}”. Nobody has checked that.`,
		libraryDigest:
			'Its fingerprint (SHA-256), to compare with the one that its makers give in public:',
		libraryAdvice: 'Trust it only if you know where it comes from.',
		libraryRefuse: 'Do not use it',
		libraryTrust: 'I trust this program',
		trusted: 'Trusted programs',
		trustedText: 'Programs that models brought along, and that you have allowed to run.',
		trustedSince: (p: { date: string }) => `Since ${p.date}`,
		takeBack: 'Take the trust back',
		chooseFolder: 'Import a folder',
		dropHere: 'Drop it here to import it',
		offered: (p: { name: string; bytes: number }) =>
			`“${p.name}” (${format.bytes(p.bytes)}) was handed to Quern`,
		offeredText: 'Nothing was imported yet. Every file is checked before it is used.',
		offeredAccept: 'Import it',
		offeredDecline: 'Leave it',
		notReceived: 'The shared file did not arrive',
		notReceivedText:
			'Perhaps there is not enough space. Nothing was changed. You can choose the file here yourself.',
	},

	sharing: {
		queued: (p: { ahead: number }) =>
			plural(p.ahead, {
				one: 'Another tab is answering; yours is next.',
				other: '# answers for other tabs come first; then it is your turn.',
			}),
		tabEnded:
			'The tab that held the model was closed or stopped. The model was loaded again, and the answer began anew.',
		otherModel: (p: { other: string; own: string }) =>
			`Another tab is using ${p.other}. When you ask something here, ${p.own} is loaded in its place.`,
		notLoaded: 'No model is loaded now. One is loaded when you ask something.',
		inThisTab: (p: { model: string }) => `${p.model} is loaded, in this tab.`,
		inOtherTab: (p: { model: string }) => `${p.model} is loaded, in another tab of Quern.`,
		sharedBy: (p: { tabs: number }) =>
			plural(p.tabs, {
				one: '# tab uses it.',
				other: '# tabs use it together. It takes up memory only once.',
			}),
		free: 'Free the memory',
		lowMemory: 'The device has not enough memory',
		lessRoom: (p: { tokens: number }) =>
			`Use less room for the conversation (${format.number(p.tokens)} tokens)`,
		smallerModel: (p: { model: string }) => `Use ${p.model} instead`,
		seeModels: 'See the models',
		roomIsLess: (p: { tokens: number }) =>
			`Because memory was short, conversations with this model have room for ${format.number(p.tokens)} tokens only.`,
		allRoom: (p: { tokens: number }) => `Use all ${format.number(p.tokens)} tokens again`,
	},

	variants: {
		variants: 'Variants',
		before: 'Variant before',
		after: 'Variant after',
		place: (p: { number: number; count: number }) =>
			`${format.number(p.number)} of ${format.number(p.count)}`,
		edit: 'Change and send again',
		wording: 'Your message',
		editExplained: 'The message and the answer as they were stay, one step away.',
		fork: 'New conversation from here',
		forkOf: (p: { title: string }) => `${p.title} (2)`,
		questionOptions: 'What to do with your message',
		answerOptions: 'What to do with the answer',
	},

	offers: {
		title: 'More models',
		lead: (p: { language: string }) => `Chosen for what this device can do, and for ${p.language}.`,
		none: 'This device can run no other model that Quern knows.',
		starterFirst: 'On this device, and on this line, the starter model is the one to begin with.',
		languageNone: (p: { language: string }) =>
			`No model that runs here speaks ${p.language} well. These come closest.`,
		purposes: { quick: 'Quick', balanced: 'Balanced', best: 'Best' },
		purposeTexts: {
			quick: 'Small and fast, for simple things.',
			balanced: 'For everyday writing and questions.',
			best: 'The most capable that this device runs.',
		},
		recommended: 'Recommended',
		onDevice: 'On this device',
		all: (p: { count: number }) =>
			plural(p.count, { one: 'The only model', other: 'All # models' }),
		filterLanguage: 'Language',
		anyLanguage: 'Any',
		filterFit: 'Only what runs here',
		noneLeft: 'No model is left. Choose another language, or show all.',
		about: (p: { bytes: number }) => `About ${format.bytes(p.bytes)}`,
		verdicts: {
			fits: 'Fits this device',
			tight: 'Tight on this device',
			'will-not-fit': 'Will not run on this device',
		},
		reasons: {
			'no-webgpu': 'This browser gives no access to the graphics chip (no WebGPU).',
			'no-adapter': 'The browser found no graphics chip that it can use.',
			'no-f16':
				'It needs a graphics chip that calculates in half precision (f16). This one does not.',
			'gpu-limits': 'The graphics chip allows too little at once for it.',
			'gpu-buffer': (p: { needed: number; limit: number }) =>
				`It needs ${format.bytes(p.needed)} in one piece. The graphics chip allows ${format.bytes(p.limit)}.`,
			'tab-memory': (p: { needed: number; limit: number }) =>
				`It takes about ${format.bytes(p.needed)} of memory. This device closes pages that take more than about ${format.bytes(p.limit)}.`,
			memory: (p: { needed: number; limit: number }) =>
				`It takes about ${format.bytes(p.needed)} of memory. A page can have about ${format.bytes(p.limit)} here.`,
			'memory-unknown': (p: { needed: number }) =>
				`It takes about ${format.bytes(p.needed)} of memory. The browser does not say whether this device has that much to spare.`,
			software:
				'The graphics chip is only imitated by the processor. Expect seconds for every word.',
		},
		goodFor: 'Good for',
		goodForSizes: {
			tiny: 'Short texts and simple questions. Often wrong.',
			small: 'Everyday writing and summaries. Wrong about many facts.',
			medium: 'Longer answers, explanations, first drafts. Wrong now and then.',
			large: 'Harder questions and long texts. Slower, and still wrong at times.',
		},
		languagesBy: (p: { languages: readonly string[]; maker: string }) =>
			`${format.list(p.languages)}, says ${p.maker}`,
		weakIn: 'Weak in',
		aboutSize: (p: { bytes: number }) =>
			`About ${format.bytes(p.bytes)}. The hub knows the exact size.`,
		memory: 'Memory',
		memoryAbout: (p: { bytes: number }) => `About ${format.bytes(p.bytes)} while it runs`,
		terms: {
			open: 'free for any use',
			llama: 'free with conditions: Meta’s use policy, and “Built with Llama” where you pass it on',
			gemma: 'free with conditions: Google forbids certain uses, and you pass these terms on',
		},
		licenceLine: (p: { name: string; terms: string }) => `${p.name}: ${p.terms}`,
		ask: (p: { host: string }) => `Ask ${p.host}`,
		askFirst: (p: { host: string }) =>
			`Nothing has been asked for yet. Quern first asks ${p.host} which files there are. That site learns that this device asked.`,
		asking: (p: { host: string }) => `Asking ${p.host}…`,
		notAsked: 'The hub could not be asked',
		otherDownload: 'Another download is under way. This one can be begun after it.',
		filesCount: (p: { count: number; bytes: number }) =>
			plural(p.count, {
				one: `# file, ${format.bytes(p.bytes)} (${format.number(p.bytes)} bytes)`,
				other: `# files, ${format.bytes(p.bytes)} (${format.number(p.bytes)} bytes)`,
			}),
		files: 'Files',
		commit: 'Version (commit)',
		library: 'Code it brings (SHA-256)',
		download: (p: { bytes: number }) => `Download (${format.bytes(p.bytes)})`,
		trustFirst: 'The download can begin once you have decided.',
		addTitle: 'A model by its address',
		addText:
			'Any model that was prepared for WebLLM (MLC format) and lies on a hub. Give its owner and name, or paste its address.',
		addRepository: 'Owner and name',
		addLibrary: 'Address of its compiled library (.wasm)',
		addLibraryHint: 'Not needed for the models above.',
		addInvalid: 'This is no owner and name. Write it like owner/name.',
		addNotThere: 'No model for WebLLM (MLC format) is handed out there. Check owner and name.',
		addLibraryInvalid: 'This is no address of a .wasm file. It begins with https.',
		addLibraryMissing: 'This model is none of those above. Give the address of its library too.',
	},

	conversion: {
		title: 'For the graphics chip',
		ready:
			'This model can be converted so that the graphics chip runs it. That is usually much faster.',
		measuring: 'Measuring on this file what would be lost…',
		exact: 'Nothing is lost: every weight keeps its value.',
		lost: (p: { error: number }) =>
			`Something is lost: the weights are rounded to 4 bits, by about ${format.share(p.error)} of their size. Answers become a little different, and may become worse. On the processor it runs as it is, without loss.`,
		keeps: (p: { bytes: number }) =>
			`The file stays as it is. The converted model takes another ${format.bytes(p.bytes)}; you can delete either of them at any time. Nothing is fetched.`,
		convert: 'Convert for the graphics chip',
		converting: 'Converting for the graphics chip',
		progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
			`${format.bytes(p.done)} of ${format.bytes(p.total)}, ${format.speed(p.bytesPerSecond)}`,
		converted: 'The model is converted, and the graphics chip answers from now on.',
		done: 'It is converted already: the converted model stands on this page by itself.',
		noGpu:
			'This model could be converted for a graphics chip, but this device has none that can run it. It runs on the processor.',
		noLibrary:
			'Quern has no graphics program for a model of this shape. It runs on the processor, as it is.',
		unsupported:
			'Something in this file cannot be converted for the graphics chip yet. It runs on the processor, as it is.',
		weightsOf: (p: { type: string }) => `Weights in ${p.type}`,
		lossOf: (p: { error: number; weights: number }) =>
			p.error === 0
				? `Nothing lost, ${format.number(p.weights)} weights`
				: `${format.share(p.error)}, ${format.number(p.weights)} weights`,
		worst: 'Most of all',
		worstOf: (p: { tensor: string; error: number }) => `${format.share(p.error)} in ${p.tensor}`,
		measure:
			'Root mean square of the differences, over that of the weights. Measured on rows of every tensor of this file.',
		from: 'Converted here from',
		fromDigest: 'That file’s fingerprint',
	},

	backends: {
		comparing: 'Trying which is faster here, graphics chip or processor; only this once',
		term: 'Faster here',
		untried: 'Is tried out at the first use',
		wasm: (p: { date: number }) => `The processor (tried on ${format.date(p.date)})`,
		webgpu: (p: { times: number; date: number }) =>
			`The graphics chip, ${format.number(p.times)} times as fast as the processor (tried on ${format.date(p.date)})`,
	},

	hand: {
		title: 'From device to device',
		lead: 'A model goes straight from one device to another that is near. No internet, no account, nothing in between.',
		network: 'Both devices must be on the same Wi-Fi, or one on the other’s hotspot.',
		passOn: 'Pass on to a device near you',
		passOnThis: (p: { name: string; engine: string }) => `Pass on ${p.name} – ${p.engine}`,
		receive: 'Receive from a device near you',
		receiveAgain: 'Receive another model',
		begin: (p: { name: string; bytes: number }) => `Pass on ${p.name} (${format.bytes(p.bytes)})`,
		preparing: 'Making the code…',
		showFirst: '1. Show this code to the other device',
		showFirstHow: 'There, open Quern, go to “Models” and choose “Receive from a device near you”.',
		takeSecond: '2. Take in the code that the other device shows then',
		takeFirst: '1. Take in the code that the other device shows',
		takeFirstHow: 'There, open Quern, go to “Models” and choose “Pass on to a device near you”.',
		showSecond: '2. Show this code to the other device',
		waitingForOther: 'Waiting for the other device',
		qrCode: 'QR code',
		copyCode: 'Copy the code',
		codeAsText: 'The code as text',
		scan: 'Scan with the camera',
		scanning: 'Hold the camera at the code. The picture stays on this device.',
		stopScanning: 'Stop the camera',
		picture: 'What the camera sees',
		cameraRefused:
			'The camera was not allowed. Allow it in the browser’s settings, or paste the code.',
		cameraMissing: 'No camera can be used. Paste the code instead.',
		pasteCode: 'Or paste the code',
		take: 'Take in',
		connecting: 'Connecting',
		connectingHow:
			'If it does not succeed: are both in the same network? Guest networks often keep devices apart; a hotspot does not. Let at least one of the two scan, and pause a VPN.',
		number: 'Both screens must show this number',
		numberWhy: 'If they show different ones, somebody may be in between: then stop.',
		waitingForYes: 'Waiting for a yes on the other device',
		offered: 'The other device offers',
		memory: 'Memory it needs',
		bringsLibrary:
			'It brings a program of its own. That does not run before you have read, under “Models”, what it means, and said yes.',
		cannotTake: 'This cannot be used here',
		accept: 'The numbers are the same: receive',
		decline: 'Decline',
		passing: (p: { name: string }) => `Passing on ${p.name}`,
		taking: (p: { name: string }) => `Receiving ${p.name}`,
		verifying: (p: { name: string }) => `Checking what is here of ${p.name}`,
		keepOpen:
			'Leave Quern open on both devices. Everything is checked as it arrives, and kept if the connection breaks.',
		stop: 'Stop',
		passedOn: (p: { name: string }) => `${p.name} is on the other device now.`,
		passOnAgain: 'Pass on to another device',
		declined: 'The other device declined.',
		taken: (p: { name: string }) => `${p.name} is on this device now, every file checked.`,
		failed: 'The transfer stopped',
		connectAgain: 'Connect again',
		unfinished: (p: { name: string; done: number; total: number }) =>
			`Of ${p.name}, ${format.bytes(p.done)} of ${format.bytes(p.total)} have arrived. Receive it again, from any device that has it, and it goes on from there.`,
		dropUnfinished: 'Delete the part',
		toModels: 'To the models',
	},

	take: {
		title: 'Take Quern along',
		lead: 'Writes the whole app, the models of your choice and a tiny server into one file. Unpacked, on a USB stick for example, it starts on another computer without the internet.',
		which: 'Models that come along',
		none: 'No model is on this device yet. The app comes along all the same.',
		write: (p: { bytes: number }) =>
			p.bytes > 0
				? `Write the file (the app and ${format.bytes(p.bytes)})`
				: 'Write the file (the app)',
		writing: 'Writing the file',
		saved: (p: { file: string }) => `${p.file} was saved`,
		next: 'Unpack it, on a USB stick for example. On the other computer open the README in that folder: one command starts Quern there.',
		needs:
			'The other computer needs Python 3 or Node, and a browser. A phone cannot start it; models come to a phone as a file or from a device near.',
		carried: 'Came along with this copy',
		carriedText:
			'These models lie beside the app. They are copied into the browser once and checked; no internet is needed.',
		install: (p: { name: string; bytes: number }) => `Install ${p.name} (${format.bytes(p.bytes)})`,
	},

	hub: {
		title: 'Where models come from',
		text: 'Models that are not on this site come from a hub, a public collection of models. What is fetched is checked against its fingerprints.',
		hub: 'Hub',
		use: 'Use this address',
		usual: (p: { host: string }) => `Back to ${p.host}`,
		mirror: 'Address of a mirror',
		mirrors: 'Mirrors, in the order in which they are asked',
		mirrorText:
			'Where the hub is blocked or slow, a mirror helps: a copy of it at another address. Mirrors are asked after the hub, and every file is checked all the same.',
		add: 'Add',
		remove: (p: { address: string }) => `Remove ${p.address}`,
		wrong:
			'Quern cannot use this address. It must begin with https:// and not be on the list yet. Nothing was changed.',
		tryAnother: 'Try another address',
		unreachable: (p: { host: string }) =>
			`${p.host} cannot be reached. It goes on by itself once it can. If it is blocked where you are, try another address.`,
	},

	ledger: {
		title: 'What left this device',
		short: 'Each request that Quern has sent to another site, and what for.',
		see: 'See the list',
		lead: 'Quern asks other sites only for models that you fetch from there. Each such request is listed here, and so is each that was not let out. The list stays on this device.',
		empty: 'Nothing has left this device',
		emptyText: 'When you fetch a model from another site, each request will be listed here.',
		site: 'Site',
		allSites: 'All sites',
		save: 'Save as text',
		clear: 'Clear the list',
		clearTitle: 'Clear the list?',
		clearText: 'Its entries are deleted from this device. Your models and conversations stay.',
		older: 'Show older ones',
		unreadable: (p: { count: number }) =>
			plural(p.count, {
				one: '# entry cannot be read. It is kept as it is.',
				other: '# entries cannot be read. They are kept as they are.',
			}),
		forFile: (p: { pack: string; file: string }) => `For ${p.pack}: ${p.file}`,
		forRepository: (p: { repository: string }) => `To see what is in ${p.repository}`,
		forNothing: 'Nothing that you had asked for',
		outcomes: {
			open: 'No end was recorded',
			done: 'Done',
			failed: 'Failed',
			stopped: 'Stopped',
			refused: 'Not let out',
		},
		requests: (p: { count: number }) => plural(p.count, { one: '# request', other: '# requests' }),
		status: (p: { status: number }) => `status ${format.number(p.status)}`,
		answeredBy: (p: { host: string }) => `answered by ${p.host}`,
	},

	settings: {
		title: 'Settings',
		language: 'Language',
		theme: 'Appearance',
		themes: { system: 'Like the device', light: 'Light', dark: 'Dark' },
		storage: 'Storage',
		storageUsed: (p: { used: number; free: number }) =>
			`Quern uses ${format.bytes(p.used)} on this device. About ${format.bytes(p.free)} are free for it.`,
		storageUnknown: 'This browser does not say how much space is used.',
		persistent: 'The browser keeps this data until you delete it.',
		notPersistent: 'The browser may delete this data by itself when the device runs out of space.',
		askToKeep: 'Ask the browser to keep it',
		persistRefused:
			'The browser did not agree for now. Everything still works. Installing Quern, or using it often, usually changes its answer.',
		models: 'Models',
		noModels: 'No model is installed yet.',
		modelsInstalled: (p: { count: number; bytes: number }) =>
			`${plural(p.count, { one: '# model', other: '# models' })} installed, ${format.bytes(p.bytes)}.`,
		manageModels: 'See the models',
		device: 'This device',
		deviceLooking: 'Looking at what this device can do…',
		deviceGpu: (p: { name: string }) => `Models run on the graphics chip (${p.name}).`,
		deviceSoftwareGpu:
			'The browser only imitates a graphics chip on the processor. Models run, but slowly.',
		deviceNoWebGpu:
			'This browser gives no access to a graphics chip. Models run on the processor, which is slower.',
		deviceNoAdapter:
			'No graphics chip was found that can be used. Models run on the processor, which is slower.',
		deviceHalfPrecision:
			'It can calculate in half precision, which is faster and takes less memory.',
		deviceNoHalfPrecision: 'It calculates in full precision only, which takes more memory.',
		deviceThreads: (p: { count: number }) =>
			plural(p.count, {
				one: 'The processor has # thread.',
				other: 'The processor has # threads.',
			}),
		deviceOneThread: (p: { count: number }) =>
			plural(p.count, {
				one: 'The processor has # thread.',
				other: 'The processor has # threads, but only one can be used here. Reload the page once.',
			}),
		deviceMemory: (p: { bytes: number }) =>
			`The browser reports about ${format.memory(p.bytes)} of memory. There may be more.`,
		deleteAll: 'Delete everything',
		deleteAllExplained:
			'Removes all conversations, models and settings of Quern from this device. There is no other copy.',
		deleteAllTitle: 'Delete everything?',
		deleteAllConfirm: 'Delete everything',
		deleteAllDone: 'Everything was deleted.',
	},

	about: {
		title: 'About',
		lead: 'Quern runs AI models on your own device. A model is downloaded once; after that no network, no account and no server is needed.',
		nameOrigin:
			'A quern is the hand mill that households kept when the lord wanted everyone to pay at his.',
		isNot: 'What it is not',
		isNotText:
			'The models are small. They often get facts wrong, and say so with confidence. Do not rely on them for medical, legal or financial decisions.',
		promises: 'What it promises',
		promiseLocal: 'What you write stays on this device. There is no server that could read it.',
		promiseNetwork:
			'Quern asks the network only for its own files, and for models that you download.',
		promiseCount: 'No statistics, no advertising, no account.',
		promiseVerify: 'Every downloaded file is checked before it is used.',
		licences: 'Licences',
		licenceQuern: 'Quern is free software under the Apache License 2.0.',
		licenceModel:
			'The starter model, SmolLM2-135M-Instruct by Hugging Face, is under the Apache License 2.0.',
		licenceFont: 'The Vazirmatn typeface is under the SIL Open Font License 1.1.',
		licenceLibraries: 'Quern is built with these libraries:',
		licenceTexts: 'Read the licence texts',
		version: (p: { version: string }) => `Version ${p.version}`,
	},
};

export default en;

/** The same tree, with any text in place of the English one. */
type Translated<T> = T extends string
	? string
	: T extends (...blanks: infer Blanks) => string
		? (...blanks: Blanks) => string
		: { readonly [Key in keyof T]: Translated<T[Key]> };

export type Messages = Translated<typeof en>;
