import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	language: 'زبان',
	theme: 'ظاهر',
	themes: { system: 'مانند دستگاه', light: 'روشن', dark: 'تیره' },
	storage: 'فضای ذخیره',
	storageUsed: ({ used, free }) =>
		`Quern روی این دستگاه ${format.bytes(used)} جا گرفته است. نزدیک به ${format.bytes(free)} برای آن آزاد است.`,
	storageUnknown: 'این مرورگر نمی‌گوید چقدر جا گرفته شده است.',
	persistent: 'مرورگر این داده‌ها را نگه می‌دارد تا خودتان پاکشان کنید.',
	notPersistent: 'اگر جای دستگاه کم شود، شاید مرورگر این داده‌ها را خودش پاک کند.',
	models: 'مدل‌ها',
	noModels: 'هنوز مدلی نصب نشده است.',
	modelsInstalled: ({ count, bytes }) =>
		`${plural(count, { one: '# مدل', other: '# مدل' })} نصب شده است، ${format.bytes(bytes)}.`,
	manageModels: 'دیدن مدل‌ها',
	device: 'این دستگاه',
	deviceLooking: 'در حال بررسی توان این دستگاه…',
	deviceGpu: ({ name }) => `مدل‌ها روی تراشهٔ گرافیکی اجرا می‌شوند (${name}).`,
	deviceSoftwareGpu:
		'مرورگر تراشهٔ گرافیکی را فقط روی پردازنده شبیه‌سازی می‌کند. مدل‌ها کار می‌کنند، ولی کند.',
	deviceNoWebGpu:
		'این مرورگر به تراشهٔ گرافیکی دسترسی نمی‌دهد. مدل‌ها روی پردازنده اجرا می‌شوند که کندتر است.',
	deviceNoAdapter:
		'تراشهٔ گرافیکی به‌دردبخوری پیدا نشد. مدل‌ها روی پردازنده اجرا می‌شوند که کندتر است.',
	deviceHalfPrecision: 'می‌تواند با نیم‌دقت حساب کند که تندتر است و حافظهٔ کمتری می‌برد.',
	deviceNoHalfPrecision: 'فقط با دقت کامل حساب می‌کند که حافظهٔ بیشتری می‌برد.',
	deviceThreads: ({ count }) => plural(count, { other: 'پردازنده # رشته دارد.' }),
	deviceOneThread: ({ count }) =>
		plural(count, {
			one: 'پردازنده # رشته دارد.',
			other:
				'پردازنده # رشته دارد، ولی اینجا فقط یکی به کار می‌آید. یک بار صفحه را دوباره بارگذاری کنید.',
		}),
	deviceMemory: ({ bytes }) =>
		`مرورگر نزدیک به ${format.memory(bytes)} حافظه گزارش می‌کند. شاید بیشتر باشد.`,
	deleteAll: 'پاک کردن همه چیز',
	deleteAllExplained:
		'همهٔ گفتگوها، مدل‌ها و تنظیمات Quern را از این دستگاه پاک می‌کند. نسخهٔ دیگری از آنها در کار نیست.',
	deleteAllTitle: 'همه چیز پاک شود؟',
	deleteAllConfirm: 'همه چیز را پاک کن',
	deleteAllDone: 'همه چیز پاک شد.',
} satisfies Messages['settings'];
