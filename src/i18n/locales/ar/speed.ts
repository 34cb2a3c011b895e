import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

export default {
	order: 'الترتيب حسب',
	lastUse: 'آخر استخدام',
	never: 'ليس بعد',
	shared: 'المشترك',
	sharedWith: (p) => `${format.bytes(p.bytes)} مع ${format.list(p.names)}، وهي محفوظة مرة واحدة.`,
	nameOf: (p) => `${p.name} (${p.engine})`,
	title: 'السرعة على هذا الجهاز',
	none: 'لم تُقَس بعد. تُسجَّل أول إجابة طويلة نسبيًا من تلقاء نفسها.',
	measure: 'قياس',
	measureAgain: 'القياس من جديد',
	explain:
		'يُحمَّل النموذج من جديد ويجيب عن سؤال قصير واحد. يستغرق ذلك ثواني على شريحة الرسوميات، وقد يصل إلى دقيقة على المعالج.',
	stages: {
		load: 'تحميل النموذج',
		prefill: 'قراءة السؤال',
		decode: 'كتابة الإجابة',
		memory: 'الاستعلام عن الذاكرة المستخدمة',
	},
	load: 'التحميل',
	seconds: (p) =>
		plural(p.seconds, { one: 'ثانية واحدة', two: 'ثانيتان', few: '# ثوانٍ', other: '# ثانية' }, 1),
	reading: 'القراءة',
	writing: 'الكتابة',
	tokensPerSecond: (p) =>
		plural(
			p.tokens,
			{
				one: 'رمز واحد في الثانية',
				two: 'رمزان في الثانية',
				few: '# رموز في الثانية',
				other: '# رمزًا في الثانية',
			},
			1,
		),
	memory: 'الذاكرة',
	memoryOfPage: (p) => `${format.bytes(p.bytes)}، دون ما على شريحة الرسوميات`,
	by: { benchmark: 'قيست في', answer: 'سُجّلت عند إجابة، في' },
	export: 'حفظ القياسات نصًا',
	reportTitle: 'Quern: سرعة النماذج على هذا الجهاز',
	storageTitle: 'التخزين',
	models: 'النماذج',
	modelsTake: (p) =>
		`${plural(p.count, { zero: 'لا نماذج', one: 'نموذج واحد', two: 'نموذجان', few: '# نماذج', many: '# نموذجًا', other: '# نموذج' })}، ${format.bytes(p.bytes)}`,
	used: 'Quern كله',
	notTold: 'المتصفح لا يخبر بذلك',
	about: (p) => `نحو ${format.bytes(p.bytes)} بحسب المتصفح`,
	kept: 'مدة الحفظ',
	keptFirmly: 'إلى أن تحذفها أنت',
	keptLoosely: 'إلى أن تضيق مساحة الجهاز: عندئذ قد يحذفها المتصفح',
} satisfies Messages['speed'];
