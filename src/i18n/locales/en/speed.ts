import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
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
};
