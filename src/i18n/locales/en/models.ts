import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
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
	exactSize: (p: { bytes: number }) => `${format.bytes(p.bytes)} (${format.number(p.bytes)} bytes)`,
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
	askToKeep: 'Ask the browser to keep it',
	persistRefused:
		'The browser did not agree for now. Everything still works. Installing Quern, or using it often, usually changes its answer.',
};
