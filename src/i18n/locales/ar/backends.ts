import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');

export default {
	comparing: 'تجربة أيهما أسرع هنا، شريحة الرسوميات أم المعالج؛ هذه المرة فقط',
	term: 'الأسرع هنا',
	untried: 'يُجرَّب عند أول استعمال',
	wasm: (p) => `المعالج (جُرِّب في ${format.date(p.date)})`,
	webgpu: (p) =>
		`شريحة الرسوميات، سرعة المعالج × ${format.number(p.times)} (جُرِّبت في ${format.date(p.date)})`,
} satisfies Messages['backends'];
