import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	title: 'گفتگو',
	conversations: 'گفتگوها',
	newConversation: 'گفتگوی تازه',
	untitled: 'گفتگوی بی‌نام',
	none: 'گفتگوهایی که آغاز می‌کنید اینجا می‌آیند.',
	options: 'کارهای این گفتگو',
	rename: 'تغییر نام',
	renameTitle: 'تغییر نام گفتگو',
	renameLabel: 'نام',
	renameSave: 'ذخیره',
	removed: ({ title }) => `«${title}» پاک شد.`,
	conversationsUnreadable: ({ count }) =>
		plural(count, {
			one: '# گفتگو خوانده نمی‌شود. همان‌گونه که هست نگه داشته شده است.',
			other: '# گفتگو خوانده نمی‌شوند. همان‌گونه که هستند نگه داشته شده‌اند.',
		}),
	messagesUnreadable: ({ count }) =>
		plural(count, {
			one: '# پیام خوانده نمی‌شود. همان‌گونه که هست نگه داشته شده است.',
			other: '# پیام خوانده نمی‌شوند. همان‌گونه که هستند نگه داشته شده‌اند.',
		}),
	messages: 'پیام‌ها',
	you: 'شما',
	answer: 'پاسخ',
	composer: 'پیام',
	send: 'ارسال',
	stop: 'توقف',
	answerAgain: 'پاسخ دوباره',
	goOn: 'ادامه',
	toNewest: 'رفتن به تازه‌ترین',
	waiting: 'در حال خواندن پیام شما…',
	stopped: 'این پاسخ را متوقف کردید.',
	interrupted: 'این پاسخ نیمه‌کاره ماند. آنچه نوشته شده بود نگه داشته شده است.',
	elsewhere: 'این پاسخ در زبانهٔ دیگری نوشته می‌شود.',
	trimmed: ({ turns }) =>
		plural(turns, {
			one: 'قدیمی‌ترین پرسش و پاسخ دیگر در حافظهٔ مدل جا نشد و در این پاسخ به حساب نیامد.',
			other: '# پرسش و پاسخ قدیمی‌تر دیگر در حافظهٔ مدل جا نشدند و در این پاسخ به حساب نیامدند.',
		}),
	restarted: 'تراشهٔ گرافیکی لحظه‌ای از کار افتاد. مدل دوباره بارگذاری شد و پاسخ از نو آغاز شد.',
	outOfRoom: 'پاسخ اینجا تمام شد: حافظهٔ مدل پر است.',
	failed: 'پاسخ داده نشد',
	notSaved: 'این پاسخ ذخیره نشده است',
	notDone: 'انجام نشد',
	useProcessor: 'به جای آن با پردازنده',
	loading: 'در حال بارگذاری مدل',
	preparing: 'در حال آماده کردن مدل برای این دستگاه',
	mayWrite: 'می‌توانید همین حالا بنویسید.',
	loadFailed: 'مدل بارگذاری نشد',
	busyElsewhere: 'مدل در گفتگوی دیگری مشغول پاسخ دادن است.',
	goThere: 'رفتن به آنجا',
	emptyTitle: 'چیز کوچکی بپرسید',
	emptyTextUnknown: ({ model }) =>
		`${model} از فایلی آمده که نمی‌گوید چه زبان‌هایی را می‌فهمد. ممکن است اشتباه کند؛ آنچه را که مهم است خودتان بررسی کنید.`,
	emptyText: ({ model, languages }) =>
		`${model} مدل کوچکی است و زبان ${format.list(languages)} را می‌فهمد. زیاد اشتباه می‌کند؛ آنچه را که مهم است خودتان بررسی کنید.`,
	emptyPrivate: 'آنچه می‌نویسید روی همین دستگاه می‌ماند.',
	starters: 'برای نمونه',
	noModel: 'هنوز مدلی روی این دستگاه نیست',
	noModelText:
		'برای گفتگو یک مدل لازم است. یک بار دریافت می‌شود و پس از آن بدون اینترنت کار می‌کند.',
	getModel: 'دیدن مدل آغازین',
	installing: 'مدل در راه است. می‌توانید همین حالا بنویسید و وقتی رسید بفرستید.',
	installPaused: 'دریافت مدل موقتاً متوقف است. می‌توانید همین حالا بنویسید و وقتی رسید بفرستید.',
	seeInstall: 'دیدن دریافت',
} satisfies Messages['chat'];
