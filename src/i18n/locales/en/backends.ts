import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	comparing: 'Trying which is faster here, graphics chip or processor; only this once',
	term: 'Faster here',
	untried: 'Is tried out at the first use',
	wasm: (p: { date: number }) => `The processor (tried on ${format.date(p.date)})`,
	webgpu: (p: { times: number; date: number }) =>
		`The graphics chip, ${format.number(p.times)} times as fast as the processor (tried on ${format.date(p.date)})`,
};
