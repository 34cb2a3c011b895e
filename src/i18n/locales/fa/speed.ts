import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	order: 'ترتیب بر پایهٔ',
	lastUse: 'آخرین استفاده',
	never: 'هنوز نه',
	shared: 'مشترک',
	sharedWith: (p) =>
		`${format.bytes(p.bytes)} با ${format.list(p.names)}. این بخش یک بار ذخیره شده است.`,
	nameOf: (p) => `${p.name} (${p.engine})`,
	title: 'سرعت روی این دستگاه',
	none: 'هنوز اندازه‌گیری نشده است. نخستین پاسخ بلندتر خودبه‌خود ثبت می‌شود.',
	measure: 'اندازه‌گیری',
	measureAgain: 'اندازه‌گیری دوباره',
	explain:
		'مدل از نو بار می‌شود و به یک پرسش کوتاه پاسخ می‌دهد. این کار روی تراشهٔ گرافیکی چند ثانیه و روی پردازنده تا یک دقیقه طول می‌کشد.',
	stages: {
		load: 'بارگذاری مدل',
		prefill: 'خواندن پرسش',
		decode: 'نوشتن پاسخ',
		memory: 'پرسیدن حافظهٔ مصرف‌شده',
	},
	load: 'بارگذاری',
	seconds: (p) => plural(p.seconds, { other: '# ثانیه' }, 1),
	reading: 'خواندن',
	writing: 'نوشتن',
	tokensPerSecond: (p) => plural(p.tokens, { other: '# توکن در ثانیه' }, 1),
	memory: 'حافظه',
	memoryOfPage: (p) => `${format.bytes(p.bytes)}، جز آنچه روی تراشهٔ گرافیکی است`,
	by: { benchmark: 'اندازه‌گیری در', answer: 'ثبت هنگام یک پاسخ، در' },
	export: 'ذخیرهٔ اندازه‌گیری‌ها به‌صورت متن',
	reportTitle: 'Quern: سرعت مدل‌ها روی این دستگاه',
	storageTitle: 'فضای ذخیره',
	models: 'مدل‌ها',
	modelsTake: (p) => `${plural(p.count, { other: '# مدل' })}، ${format.bytes(p.bytes)}`,
	used: 'همهٔ Quern',
	notTold: 'مرورگر چیزی نمی‌گوید',
	about: (p) => `به گفتهٔ مرورگر حدود ${format.bytes(p.bytes)}`,
	kept: 'نگهداری',
	keptFirmly: 'تا وقتی خودتان پاک کنید',
	keptLoosely: 'تا وقتی دستگاه جا کم بیاورد: آن‌گاه مرورگر ممکن است آن را پاک کند',
} satisfies Messages['speed'];
