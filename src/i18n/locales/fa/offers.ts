import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	title: 'مدل‌های دیگر',
	lead: ({ language }) => `بر پایهٔ توان این دستگاه و برای زبان ${language} انتخاب شده‌اند.`,
	none: 'هیچ مدل دیگری که Quern می‌شناسد روی این دستگاه اجرا نمی‌شود.',
	starterFirst: 'روی این دستگاه و با این اینترنت، بهتر است با مدل آغازین شروع کنید.',
	languageNone: ({ language }) =>
		`هیچ مدلی که اینجا اجرا می‌شود ${language} را خوب نمی‌داند. این‌ها از همه نزدیک‌ترند.`,
	purposes: { quick: 'سریع', balanced: 'متعادل', best: 'بهترین' },
	purposeTexts: {
		quick: 'کوچک و سریع، برای کارهای ساده.',
		balanced: 'برای نوشتن و پرسش‌های روزمره.',
		best: 'تواناترین مدلی که این دستگاه اجرا می‌کند.',
	},
	recommended: 'پیشنهاد ما',
	onDevice: 'روی این دستگاه هست',
	all: ({ count }) => plural(count, { one: 'تنها مدل', other: 'همهٔ # مدل' }),
	filterLanguage: 'زبان',
	anyLanguage: 'هر زبانی',
	filterFit: 'فقط آن‌هایی که اینجا اجرا می‌شوند',
	noneLeft: 'هیچ مدلی نماند. زبان دیگری انتخاب کنید یا همه را نشان دهید.',
	about: ({ bytes }) => `حدود ${format.bytes(bytes)}`,
	verdicts: {
		fits: 'برای این دستگاه مناسب است',
		tight: 'برای این دستگاه به‌زحمت جا می‌شود',
		'will-not-fit': 'روی این دستگاه اجرا نمی‌شود',
	},
	reasons: {
		'no-webgpu': 'این مرورگر دسترسی به تراشهٔ گرافیکی نمی‌دهد (WebGPU ندارد).',
		'no-adapter': 'مرورگر هیچ تراشهٔ گرافیکی قابل‌استفاده‌ای پیدا نکرد.',
		'no-f16': 'تراشهٔ گرافیکی باید با نیم‌دقت (f16) حساب کند. این یکی نمی‌کند.',
		'gpu-limits': 'تراشهٔ گرافیکی به اندازهٔ کافی برای آن جا نمی‌دهد.',
		'gpu-buffer': ({ needed, limit }) =>
			`به ${format.bytes(needed)} حافظهٔ یک‌تکه نیاز دارد. تراشهٔ گرافیکی ${format.bytes(limit)} اجازه می‌دهد.`,
		'tab-memory': ({ needed, limit }) =>
			`حدود ${format.bytes(needed)} حافظه می‌گیرد. این دستگاه صفحه‌ای را که بیش از حدود ${format.bytes(limit)} بگیرد می‌بندد.`,
		memory: ({ needed, limit }) =>
			`حدود ${format.bytes(needed)} حافظه می‌گیرد. اینجا یک صفحه حدود ${format.bytes(limit)} می‌تواند داشته باشد.`,
		'memory-unknown': ({ needed }) =>
			`حدود ${format.bytes(needed)} حافظه می‌گیرد. مرورگر نمی‌گوید که این دستگاه این اندازه حافظهٔ آزاد دارد یا نه.`,
		software: 'پردازنده فقط ادای تراشهٔ گرافیکی را درمی‌آورد. برای هر کلمه چند ثانیه صبر لازم است.',
	},
	goodFor: 'مناسب برای',
	goodForSizes: {
		tiny: 'متن‌های کوتاه و پرسش‌های ساده. بارها اشتباه می‌کند.',
		small: 'نوشتن روزمره و خلاصه کردن. در بسیاری از دانسته‌ها اشتباه می‌کند.',
		medium: 'پاسخ‌های بلندتر، توضیح و پیش‌نویس. گاهی اشتباه می‌کند.',
		large: 'پرسش‌های دشوارتر و متن‌های بلند. کندتر است و باز هم گاهی اشتباه می‌کند.',
	},
	languagesBy: ({ languages, maker }) => `${format.list(languages)}؛ به گفتهٔ ${maker}`,
	weakIn: 'ضعیف در',
	aboutSize: ({ bytes }) => `حدود ${format.bytes(bytes)}. اندازهٔ دقیق را مخزن می‌داند.`,
	memory: 'حافظه',
	memoryAbout: ({ bytes }) => `هنگام اجرا حدود ${format.bytes(bytes)}`,
	terms: {
		open: 'آزاد برای هر کاربردی',
		llama: 'آزاد با شرط: پیروی از قواعد Meta، و نوشتن «Built with Llama» اگر آن را به دیگری بدهید',
		gemma: 'آزاد با شرط: Google بعضی کاربردها را منع کرده است و این شرط‌ها را باید همراه مدل بدهید',
	},
	licenceLine: ({ name, terms }) => `${name}: ${terms}`,
	ask: ({ host }) => `پرسیدن از ${host}`,
	askFirst: ({ host }) =>
		`هنوز چیزی درخواست نشده است. Quern نخست از ${host} می‌پرسد چه پرونده‌هایی هست. آن سایت می‌فهمد که این دستگاه پرسیده است.`,
	asking: ({ host }) => `در حال پرسیدن از ${host}…`,
	notAsked: 'پرسیدن از مخزن نشد',
	otherDownload: 'دریافت دیگری در جریان است. پس از آن می‌توانید این را شروع کنید.',
	filesCount: ({ count, bytes }) =>
		plural(count, {
			one: `# پرونده، ${format.bytes(bytes)} (${format.number(bytes)} بایت)`,
			other: `# پرونده، ${format.bytes(bytes)} (${format.number(bytes)} بایت)`,
		}),
	files: 'پرونده‌ها',
	commit: 'نسخه (commit)',
	library: 'کدی که همراه دارد (SHA-256)',
	download: ({ bytes }) => `شروع دریافت (${format.bytes(bytes)})`,
	trustFirst: 'دریافت پس از تصمیم شما آغاز می‌شود.',
	addTitle: 'مدلی از روی نشانی‌اش',
	addText:
		'هر مدلی که برای WebLLM آماده شده (قالب MLC) و در مخزنی گذاشته شده است. صاحب و نام آن را بنویسید یا نشانی‌اش را بچسبانید.',
	addRepository: 'صاحب و نام',
	addLibrary: 'نشانی کتابخانهٔ کامپایل‌شدهٔ آن (\u2066.wasm\u2069)',
	addLibraryHint: 'برای مدل‌های بالا لازم نیست.',
	addInvalid: 'این صاحب و نام نیست. آن را به شکل owner/name بنویسید.',
	addNotThere: 'در آنجا مدلی برای WebLLM (قالب MLC) داده نمی‌شود. صاحب و نام را بررسی کنید.',
	addLibraryInvalid: 'این نشانی یک پروندهٔ \u2066.wasm\u2069 نیست. با https آغاز می‌شود.',
	addLibraryMissing: 'این مدل از مدل‌های بالا نیست. نشانی کتابخانه‌اش را هم بنویسید.',
} satisfies Messages['offers'];
