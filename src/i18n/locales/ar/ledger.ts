import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

export default {
	short: 'كل طلب أرسله Quern إلى موقع آخر، وسببه.',
	see: 'عرض القائمة',
	lead: 'لا يسأل Quern مواقع أخرى إلا عن النماذج التي تجلبها منها. كل طلب من هذه مذكور هنا، وكذلك كل طلب لم يُسمح بخروجه. تبقى القائمة على هذا الجهاز.',
	empty: 'لم يخرج شيء من هذا الجهاز',
	emptyText: 'عندما تجلب نموذجًا من موقع آخر يُذكر هنا كل طلب.',
	site: 'الموقع',
	allSites: 'كل المواقع',
	save: 'حفظ كنص',
	clear: 'إفراغ القائمة',
	clearTitle: 'إفراغ القائمة؟',
	clearText: 'تُحذف مدخلاتها من هذا الجهاز. وتبقى نماذجك ومحادثاتك.',
	older: 'عرض الأقدم',
	unreadable: ({ count }) =>
		plural(count, {
			one: 'تعذّرت قراءة مدخل واحد. هو محفوظ كما هو.',
			two: 'تعذّرت قراءة مدخلين. هما محفوظان كما هما.',
			few: 'تعذّرت قراءة # مدخلات. هي محفوظة كما هي.',
			many: 'تعذّرت قراءة # مدخلًا. هي محفوظة كما هي.',
			other: 'تعذّرت قراءة # مدخل. هي محفوظة كما هي.',
		}),
	forFile: ({ pack, file }) => `من أجل ${pack}: ${file}`,
	forRepository: ({ repository }) => `لمعرفة محتوى ${repository}`,
	forNothing: 'لم تطلب شيئًا كهذا',
	outcomes: {
		open: 'لم تُسجَّل نهايته',
		done: 'تمّ',
		failed: 'فشل',
		stopped: 'أوقف',
		refused: 'لم يُسمح بخروجه',
	},
	requests: ({ count }) =>
		plural(count, {
			one: 'طلب واحد',
			two: 'طلبان',
			few: '# طلبات',
			many: '# طلبًا',
			other: '# طلب',
		}),
	status: ({ status }) => `الحالة ${format.number(status)}`,
	answeredBy: ({ host }) => `أجاب ${host}`,
} satisfies Messages['ledger'];
