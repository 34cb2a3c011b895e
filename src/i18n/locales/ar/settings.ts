import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

export default {
	language: 'اللغة',
	theme: 'المظهر',
	themes: { system: 'مثل الجهاز', light: 'فاتح', dark: 'داكن' },
	storage: 'التخزين',
	storageUsed: ({ used, free }) =>
		`يشغل Quern ‏${format.bytes(used)} على هذا الجهاز. والمتاح له نحو ${format.bytes(free)}.`,
	storageUnknown: 'لا يخبرنا هذا المتصفح بالمساحة المستعملة.',
	persistent: 'يحتفظ المتصفح بهذه البيانات إلى أن تحذفها أنت.',
	notPersistent: 'قد يحذف المتصفح هذه البيانات من تلقاء نفسه إذا ضاقت مساحة الجهاز.',
	models: 'النماذج',
	noModels: 'لم يُثبَّت أي نموذج بعد.',
	modelsInstalled: ({ count, bytes }) =>
		`${plural(count, { zero: 'لا نماذج مثبّتة', one: 'نموذج واحد مثبّت', two: 'نموذجان مثبّتان', few: '# نماذج مثبّتة', many: '# نموذجًا مثبّتًا', other: '# نموذج مثبّت' })}، ${format.bytes(bytes)}.`,
	manageModels: 'عرض النماذج',
	device: 'هذا الجهاز',
	deviceLooking: 'نتحقق مما يستطيعه هذا الجهاز…',
	deviceGpu: ({ name }) => `تعمل النماذج على شريحة الرسوميات (${name}).`,
	deviceSoftwareGpu: 'يحاكي المتصفح شريحة الرسوميات على المعالج فقط. تعمل النماذج، لكن ببطء.',
	deviceNoWebGpu:
		'لا يتيح هذا المتصفح استعمال شريحة الرسوميات. تعمل النماذج على المعالج، وهو أبطأ.',
	deviceNoAdapter: 'لم توجد شريحة رسوميات يمكن استعمالها. تعمل النماذج على المعالج، وهو أبطأ.',
	deviceHalfPrecision: 'تستطيع الحساب بنصف الدقة، وهو أسرع ويحتاج إلى ذاكرة أقل.',
	deviceNoHalfPrecision: 'تحسب بالدقة الكاملة فقط، وذلك يحتاج إلى ذاكرة أكثر.',
	deviceThreads: ({ count }) =>
		plural(count, {
			one: 'للمعالج مسار واحد.',
			two: 'للمعالج مساران.',
			few: 'للمعالج # مسارات.',
			many: 'للمعالج # مسارًا.',
			other: 'للمعالج # مسار.',
		}),
	deviceOneThread: ({ count }) =>
		plural(count, {
			one: 'للمعالج مسار واحد.',
			two: 'للمعالج مساران، لكن لا يُستعمل هنا إلا واحد. أعد تحميل الصفحة مرة واحدة.',
			few: 'للمعالج # مسارات، لكن لا يُستعمل هنا إلا واحد. أعد تحميل الصفحة مرة واحدة.',
			many: 'للمعالج # مسارًا، لكن لا يُستعمل هنا إلا واحد. أعد تحميل الصفحة مرة واحدة.',
			other: 'للمعالج # مسار، لكن لا يُستعمل هنا إلا واحد. أعد تحميل الصفحة مرة واحدة.',
		}),
	deviceMemory: ({ bytes }) =>
		`يذكر المتصفح أن الذاكرة نحو ${format.memory(bytes)}، وقد تكون أكثر.`,
	deleteAll: 'حذف كل شيء',
	deleteAllExplained:
		'يحذف كل محادثات Quern ونماذجه وإعداداته من هذا الجهاز. لا توجد نسخة أخرى منها.',
	deleteAllTitle: 'أتريد حذف كل شيء؟',
	deleteAllConfirm: 'احذف كل شيء',
	deleteAllDone: 'حُذف كل شيء.',
} satisfies Messages['settings'];
