import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
	language: 'Language',
	theme: 'Appearance',
	themes: { system: 'Like the device', light: 'Light', dark: 'Dark' },
	storage: 'Storage',
	storageUsed: (p: { used: number; free: number }) =>
		`Quern uses ${format.bytes(p.used)} on this device. About ${format.bytes(p.free)} are free for it.`,
	storageUnknown: 'This browser does not say how much space is used.',
	persistent: 'The browser keeps this data until you delete it.',
	notPersistent: 'The browser may delete this data by itself when the device runs out of space.',
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
	deviceHalfPrecision: 'It can calculate in half precision, which is faster and takes less memory.',
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
};
