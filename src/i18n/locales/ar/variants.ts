import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');

export default {
	variants: 'الصيغ',
	before: 'الصيغة السابقة',
	after: 'الصيغة التالية',
	place: (p) => `${format.number(p.number)} من ${format.number(p.count)}`,
	edit: 'تعديل وإعادة الإرسال',
	wording: 'رسالتك',
	editExplained: 'تبقى الرسالة السابقة وإجابتها على بُعد خطوة واحدة.',
	fork: 'محادثة جديدة من هنا',
	forkOf: (p) => `${p.title} (2)`,
	questionOptions: 'خيارات رسالتك',
	answerOptions: 'خيارات الإجابة',
} satisfies Messages['variants'];
