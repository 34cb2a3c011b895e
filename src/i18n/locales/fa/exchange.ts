import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fa');
const number = (count: number) => plural(count, { other: '#' });

export default {
	save: 'ذخیرهٔ گفتگوها',
	which: 'کدام‌ها',
	all: ({ count }) => `همه (${number(count)} گفتگو)`,
	kind: 'به چه صورت',
	kinds: {
		markdown: 'متن (Markdown)',
		html: 'صفحه‌ای برای خواندن و چاپ',
		json: 'برای Quern (JSON)',
	},
	kindText: {
		markdown: 'در هر ویرایشگری باز می‌شود. گونه‌هایی را که اکنون نشان داده می‌شوند در بر دارد.',
		html: 'در هر مرورگری و بدون شبکه باز می‌شود. گونه‌هایی را که اکنون نشان داده می‌شوند در بر دارد.',
		json: 'همه‌چیز را با همهٔ گونه‌ها در بر دارد و می‌توان دوباره آن را آورد.',
	},
	write: ({ count }) => `ذخیرهٔ ${number(count)} گفتگو`,
	saved: ({ file }) => `«${file}» ذخیره شد. هر کس آن را به دست آورد می‌تواند بخواند.`,
	instructions: 'دستورها',

	bring: 'آوردن گفتگوها',
	bringText:
		'از فایلی که Quern یا Open WebUI یا ChatGPT داده است؛ از ChatGPT خود فایل zip هم می‌شود. پیش از هر تغییری می‌بینید در آن چیست.',
	choose: 'انتخاب فایل گفتگوها',
	looking: 'در حال خواندن فایل',
	found: ({ count }) => `تا این‌جا ${number(count)} گفتگو`,
	areNew: ({ count }) => `${number(count)} گفتگو تازه است.`,
	haveMore: ({ count }) => `${number(count)} گفتگو از پیش این‌جاست و پیام‌های بیشتری می‌گیرد.`,
	areHere: ({ count }) => `${number(count)} گفتگو از پیش این‌جاست و همان می‌ماند.`,
	unreadable: ({ count }) => `${number(count)} گفتگو خوانده نمی‌شود و کنار گذاشته می‌شود.`,
	states: {
		new: 'تازه',
		more: 'پیام‌های بیشتری می‌گیرد',
		here: 'از پیش این‌جاست',
		unreadable: 'خوانده نمی‌شود',
	},
	messages: ({ count }) => `${number(count)} پیام`,
	more: ({ count }) => `نمایش ${number(count)} مورد دیگر`,
	notTaken: 'این‌ها آورده نمی‌شوند',
	without: ({ what }) => `بدون ${what}`,
	left: {
		system: ({ count }) => `${number(count)} دستور به مدل`,
		images: ({ count }) => `${number(count)} تصویر`,
		files: ({ count }) => `${number(count)} فایل`,
		tools: ({ count }) => `${number(count)} کاربرد ابزار`,
		thinking: ({ count }) => `${number(count)} رشتهٔ اندیشه`,
		unknown: ({ count }) => `${number(count)} پیام از نوع ناشناخته`,
		broken: ({ count }) => `${number(count)} پیوند میان پیام‌ها که به جایی نمی‌رسد`,
	},
	take: 'آورده شوند',
	taking: 'در حال آوردن گفتگوها',
	taken: ({ count }) => `${number(count)} گفتگو آورده شد.`,
	see: 'دیدن گفتگوها',
	undone: 'آنچه آورده شده بود دوباره برداشته شد.',
} satisfies Messages['exchange'];
