import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

export default {
	title: 'نماذج أخرى',
	lead: ({ language }) => `مختارة بحسب قدرة هذا الجهاز، ولهذه اللغة: ${language}.`,
	none: 'لا يستطيع هذا الجهاز تشغيل أي نموذج آخر يعرفه Quern.',
	starterFirst: 'على هذا الجهاز وبهذا الاتصال، الأفضل أن تبدأ بنموذج البداية.',
	languageNone: ({ language }) =>
		`لا يوجد نموذج يعمل هنا ويجيد هذه اللغة: ${language}. هذه هي الأقرب.`,
	purposes: { quick: 'سريع', balanced: 'متوازن', best: 'الأفضل' },
	purposeTexts: {
		quick: 'صغير وسريع، للأمور البسيطة.',
		balanced: 'للكتابة والأسئلة اليومية.',
		best: 'أقدر نموذج يشغّله هذا الجهاز.',
	},
	recommended: 'ننصح به',
	onDevice: 'موجود على هذا الجهاز',
	all: ({ count }) =>
		plural(count, {
			one: 'النموذج الوحيد',
			two: 'كلا النموذجين',
			few: 'كل النماذج (#)',
			other: 'كل النماذج (#)',
		}),
	filterLanguage: 'اللغة',
	anyLanguage: 'أي لغة',
	filterFit: 'ما يعمل هنا فقط',
	noneLeft: 'لم يبقَ أي نموذج. اختر لغة أخرى، أو اعرض الكل.',
	about: ({ bytes }) => `نحو ${format.bytes(bytes)}`,
	verdicts: {
		fits: 'يناسب هذا الجهاز',
		tight: 'بالكاد يناسب هذا الجهاز',
		'will-not-fit': 'لن يعمل على هذا الجهاز',
	},
	reasons: {
		'no-webgpu': 'لا يتيح هذا المتصفح الوصول إلى شريحة الرسوم (لا يوجد WebGPU).',
		'no-adapter': 'لم يجد المتصفح شريحة رسوم يمكنه استعمالها.',
		'no-f16': 'يحتاج إلى شريحة رسوم تحسب بنصف الدقة (f16)، وهذه لا تفعل.',
		'gpu-limits': 'لا تسمح شريحة الرسوم بما يكفي له دفعة واحدة.',
		'gpu-buffer': ({ needed, limit }) =>
			`يحتاج إلى ${format.bytes(needed)} في قطعة واحدة، وشريحة الرسوم تسمح بـ ${format.bytes(limit)}.`,
		'tab-memory': ({ needed, limit }) =>
			`يأخذ نحو ${format.bytes(needed)} من الذاكرة، وهذا الجهاز يغلق الصفحات التي تأخذ أكثر من نحو ${format.bytes(limit)}.`,
		memory: ({ needed, limit }) =>
			`يأخذ نحو ${format.bytes(needed)} من الذاكرة، وللصفحة هنا نحو ${format.bytes(limit)}.`,
		'memory-unknown': ({ needed }) =>
			`يأخذ نحو ${format.bytes(needed)} من الذاكرة، ولا يقول المتصفح هل في هذا الجهاز هذا القدر متاحًا.`,
		software: 'المعالج يقلّد شريحة الرسوم فقط. توقّع ثوانيَ لكل كلمة.',
	},
	goodFor: 'يصلح لـ',
	goodForSizes: {
		tiny: 'النصوص القصيرة والأسئلة البسيطة. يخطئ كثيرًا.',
		small: 'الكتابة اليومية والتلخيص. يخطئ في معلومات كثيرة.',
		medium: 'إجابات أطول وشروح ومسوّدات. يخطئ بين حين وآخر.',
		large: 'أسئلة أصعب ونصوص طويلة. أبطأ، ولا يزال يخطئ أحيانًا.',
	},
	languagesBy: ({ languages, maker }) => `${format.list(languages)}، بحسب ${maker}`,
	weakIn: 'ضعيف في',
	aboutSize: ({ bytes }) => `نحو ${format.bytes(bytes)}. المستودع يعرف الحجم الدقيق.`,
	memory: 'الذاكرة',
	memoryAbout: ({ bytes }) => `نحو ${format.bytes(bytes)} أثناء عمله`,
	terms: {
		open: 'حر لأي استعمال',
		llama: 'حر بشروط: سياسة الاستعمال من Meta، وعبارة «Built with Llama» إن نقلته إلى غيرك',
		gemma: 'حر بشروط: تمنع Google استعمالات معيّنة، وعليك نقل هذه الشروط معه',
	},
	licenceLine: ({ name, terms }) => `${name}: ${terms}`,
	ask: ({ host }) => `اسأل ${host}`,
	askFirst: ({ host }) =>
		`لم يُطلب شيء بعد. يسأل Quern أولًا ${host} عن الملفات الموجودة، فيعلم ذلك الموقع أن هذا الجهاز سأل.`,
	asking: ({ host }) => `يجري سؤال ${host}…`,
	notAsked: 'تعذّر سؤال المستودع',
	otherDownload: 'هناك تنزيل آخر جارٍ. يمكن أن يبدأ هذا بعده.',
	filesCount: ({ count, bytes }) =>
		plural(count, {
			one: `ملف واحد، ${format.bytes(bytes)} (${format.number(bytes)} بايت)`,
			two: `ملفان، ${format.bytes(bytes)} (${format.number(bytes)} بايت)`,
			few: `# ملفات، ${format.bytes(bytes)} (${format.number(bytes)} بايت)`,
			many: `# ملفًا، ${format.bytes(bytes)} (${format.number(bytes)} بايت)`,
			other: `# ملف، ${format.bytes(bytes)} (${format.number(bytes)} بايت)`,
		}),
	files: 'الملفات',
	commit: 'الإصدار (commit)',
	library: 'الشيفرة التي يحملها (SHA-256)',
	download: ({ bytes }) => `ابدأ التنزيل (${format.bytes(bytes)})`,
	trustFirst: 'يبدأ التنزيل بعد أن تقرّر.',
	addTitle: 'نموذج من عنوانه',
	addText: 'أي نموذج أُعدّ لـ WebLLM (صيغة MLC) وموجود في مستودع. اكتب مالكه واسمه، أو ألصق عنوانه.',
	addRepository: 'المالك والاسم',
	addLibrary: 'عنوان مكتبته المترجمة (\u2066.wasm\u2069)',
	addLibraryHint: 'لا حاجة إليه للنماذج المذكورة أعلاه.',
	addInvalid: 'هذا ليس مالكًا واسمًا. اكتبه هكذا: owner/name.',
	addNotThere: 'لا يُقدَّم هناك نموذج لـ WebLLM (صيغة MLC). تحقّق من المالك والاسم.',
	addLibraryInvalid: 'هذا ليس عنوان ملف \u2066.wasm\u2069. العنوان يبدأ بـ https.',
	addLibraryMissing: 'هذا النموذج ليس من المذكورة أعلاه. اكتب عنوان مكتبته أيضًا.',
} satisfies Messages['offers'];
