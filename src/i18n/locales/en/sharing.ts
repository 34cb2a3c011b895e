import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
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
};
