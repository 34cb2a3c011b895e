import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
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
	all: (p: { count: number }) => plural(p.count, { one: 'The only model', other: 'All # models' }),
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
		software: 'The graphics chip is only imitated by the processor. Expect seconds for every word.',
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
};
