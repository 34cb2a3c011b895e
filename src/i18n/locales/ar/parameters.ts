import { Format } from '../../format.ts';
import type en from '../en/parameters.ts';

const format = new Format('ar');

export default {
	title: 'طريقة الإجابة',
	forConversation: 'لهذه المحادثة فقط. ما تتركه كما هو يتبع مساعدها، ثم الإعدادات.',
	forAll: 'لكل المحادثات',
	forAllExplained: 'ما يسري في كل محادثة، ما لم تحدد هي أو مساعدها غير ذلك.',
	change: 'تغيير طريقة إجابة النماذج',
	unchosen: 'كما هو',
	creativity: 'الإبداع',
	creativityEffect: 'مدى الحرية في اختيار الكلمات. دقيق للحقائق والأرقام، وحر للقصص والأفكار.',
	exact: 'دقيق',
	balanced: 'متوازن',
	free: 'حر',
	wild: 'حر جدًا',
	length: 'الطول',
	lengthEffect: 'المدى الذي قد تبلغه الإجابة قبل أن تُقطع. الرمز الواحد نحو ثلاثة أرباع كلمة.',
	short: 'قصير',
	medium: 'متوسط',
	long: 'طويل',
	repetition: 'التكرار',
	repetitionEffect:
		'يصرف النموذج عن الكلمات التي استعملها. فالنماذج الصغيرة تدور حول نفسها من دونه.',
	allowed: 'مسموح',
	less: 'أقل',
	least: 'أقل ما يمكن',
	room: 'المتسع',
	roomEffect:
		'مقدار ما يعيد النموذج قراءته من المحادثة لكل إجابة. الأقل أسرع على جهاز بطيء، لكنه ينسى البداية أبكر.',
	stop: 'كلمات التوقف',
	stopEffect: 'تنتهي الإجابة حيث ترد إحداها. كلمة في كل سطر.',
	stopPlaceholder: 'مثال: انتهى',
	figures: 'بالأرقام',
	seedEffect: 'مع بذرة وبعض الإبداع ينال السؤال نفسه الإجابة نفسها من جديد على الجهاز نفسه.',
	seed: 'البذرة',
	temperature: 'الإبداع (temperature)',
	topP: 'نسبة الكلمات المحتملة (top-p)',
	penalty: 'عقوبة التكرار',
	maxTokens: 'الطول بالرموز',
	roomTokens: 'المتسع بالرموز',
	reset: 'العودة إلى القيم الافتراضية',
	tokens: ({ count }) => `${format.number(count)} رمز`,
} satisfies typeof en;
