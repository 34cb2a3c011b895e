import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');

export default {
	comparing: 'آزمودن اینکه اینجا کدام تندتر است: تراشهٔ گرافیکی یا پردازنده؛ فقط همین یک بار',
	term: 'تندتر روی این دستگاه',
	untried: 'در نخستین استفاده آزموده می‌شود',
	wasm: (p) => `پردازنده (آزموده در ${format.date(p.date)})`,
	webgpu: (p) =>
		`تراشهٔ گرافیکی، ${format.number(p.times)} برابر سرعت پردازنده (آزموده در ${format.date(p.date)})`,
} satisfies Messages['backends'];
