import { Format } from '../../format.ts';
import type en from '../en/parameters.ts';

const format = new Format('fa');

export default {
	title: 'شیوهٔ پاسخ',
	forConversation:
		'فقط برای همین گفتگو. هرچه را دست نزنید از دستیارِ گفتگو پیروی می‌کند و سپس از تنظیمات.',
	forAll: 'برای همهٔ گفتگوها',
	forAllExplained: 'آنچه در هر گفتگو برقرار است، مگر خود گفتگو یا دستیارش چیز دیگری بگوید.',
	change: 'تغییر شیوهٔ پاسخ مدل‌ها',
	unchosen: 'همان که هست',
	creativity: 'خلاقیت',
	creativityEffect:
		'واژه‌ها چقدر آزادانه انتخاب شوند. دقیق برای واقعیت‌ها و عددها، آزاد برای داستان و ایده.',
	exact: 'دقیق',
	balanced: 'میانه',
	free: 'آزاد',
	wild: 'بسیار آزاد',
	length: 'درازا',
	lengthEffect:
		'پاسخ تا کجا می‌تواند ادامه یابد پیش از آنکه بریده شود. هر توکن حدود سه‌چهارم یک واژه است.',
	short: 'کوتاه',
	medium: 'متوسط',
	long: 'بلند',
	repetition: 'تکرار',
	repetitionEffect:
		'مدل را از واژه‌هایی که به کار برده بازمی‌دارد. مدل‌های کوچک بدون آن دور خود می‌چرخند.',
	allowed: 'آزاد',
	less: 'کمتر',
	least: 'هرچه کمتر',
	room: 'جا',
	roomEffect:
		'مدل برای هر پاسخ چه اندازه از گفتگو را دوباره می‌خواند. کمتر یعنی تندتر روی دستگاه کند، ولی آغاز گفتگو زودتر فراموش می‌شود.',
	stop: 'واژه‌های پایان',
	stopEffect: 'هر جا یکی از اینها بیاید، پاسخ همان‌جا تمام می‌شود. هر کدام در یک سطر.',
	stopPlaceholder: 'برای نمونه: پایان',
	figures: 'با عدد',
	seedEffect: 'با یک بذر و اندکی خلاقیت، همان پرسش روی همان دستگاه دوباره همان پاسخ را می‌گیرد.',
	seed: 'بذر',
	temperature: 'خلاقیت (temperature)',
	topP: 'سهم واژه‌های محتمل (top-p)',
	penalty: 'جریمهٔ تکرار',
	maxTokens: 'درازا به توکن',
	roomTokens: 'جا به توکن',
	reset: 'بازگشت به پیش‌فرض‌ها',
	tokens: ({ count }) => `${format.number(count)} توکن`,
} satisfies typeof en;
