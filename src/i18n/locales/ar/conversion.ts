import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');

export default {
	title: 'لشريحة الرسوم',
	ready: 'يمكن تحويل هذا النموذج لتشغّله شريحة الرسوم. وهذا أسرع بكثير في العادة.',
	measuring: 'يجري القياس على هذا الملف لمعرفة ما سيُفقد…',
	exact: 'لا يُفقد شيء: كل وزن يحتفظ بقيمته.',
	lost: (p: { error: number }) =>
		`يُفقد شيء: تُقرَّب الأوزان إلى 4 بتات، بخطأ يقارب ${format.share(p.error)} من حجمها. تختلف الإجابات قليلًا، وقد تسوء. أما على المعالج فيعمل كما هو بلا فقدان.`,
	keeps: (p: { bytes: number }) =>
		`يبقى الملف كما هو. ويأخذ النموذج المحوَّل ${format.bytes(p.bytes)} إضافية؛ يمكنك حذف أيٍّ منهما متى شئت. ولا يُجلب شيء.`,
	convert: 'التحويل لشريحة الرسوم',
	converting: 'يجري التحويل لشريحة الرسوم',
	progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
		`${format.bytes(p.done)} من ${format.bytes(p.total)}، ${format.speed(p.bytesPerSecond)}`,
	converted: 'حُوِّل النموذج، وشريحة الرسوم هي التي تجيب من الآن.',
	done: 'سبق تحويله: النموذج المحوَّل موجود في هذه الصفحة على حدة.',
	noGpu:
		'يمكن تحويل هذا النموذج لشريحة رسوم، لكن ليس في هذا الجهاز شريحة تستطيع تشغيله. وهو يعمل على المعالج.',
	noLibrary: 'ليس لدى Quern برنامج رسوم لنموذج بهذا الشكل. وهو يعمل على المعالج كما هو.',
	unsupported: 'في هذا الملف ما لا يمكن تحويله لشريحة الرسوم بعد. وهو يعمل على المعالج كما هو.',
	weightsOf: (p: { type: string }) => `الأوزان بصيغة ${p.type}`,
	lossOf: (p: { error: number; weights: number }) =>
		p.error === 0
			? `بلا فقدان، عدد الأوزان ${format.number(p.weights)}`
			: `${format.share(p.error)}، عدد الأوزان ${format.number(p.weights)}`,
	worst: 'أكثرها',
	worstOf: (p: { tensor: string; error: number }) => `${format.share(p.error)} في ${p.tensor}`,
	measure:
		'جذر متوسط مربعات الفروق منسوبًا إلى مثيله للأوزان. قيس على صفوف من كل موتِّر في هذا الملف.',
	from: 'حُوِّل هنا من',
	fromDigest: 'بصمة ذلك الملف',
} satisfies Messages['conversion'];
