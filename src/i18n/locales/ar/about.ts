import type { Messages } from '../en.ts';

export default {
	lead: 'يشغّل Quern نماذج الذكاء الاصطناعي على جهازك أنت. يُنزَّل النموذج مرة واحدة؛ وبعدها لا حاجة إلى شبكة ولا حساب ولا خادم.',
	nameOrigin:
		'كلمة quern الإنكليزية تعني الرحى: المطحنة اليدوية التي احتفظت بها البيوت حين أراد السيد أن يدفع الجميع ليطحنوا عنده.',
	isNot: 'حدوده',
	isNotText:
		'النماذج صغيرة. كثيرًا ما تخطئ في الحقائق وتقولها بثقة. لا تعتمد عليها في القرارات الطبية أو القانونية أو المالية.',
	promises: 'وعوده',
	promiseLocal: 'ما تكتبه يبقى على هذا الجهاز. لا يوجد خادم يستطيع قراءته.',
	promiseNetwork: 'لا يطلب Quern من الشبكة إلا ملفاته والنماذج التي تنزّلها أنت.',
	promiseCount: 'لا إحصاءات، ولا إعلانات، ولا حساب.',
	promiseVerify: 'يُفحص كل ملف منزَّل قبل استعماله.',
	licences: 'التراخيص',
	licenceQuern: 'Quern برنامج حر برخصة Apache License 2.0.',
	licenceModel:
		'النموذج الأول، SmolLM2-135M-Instruct من Hugging Face، منشور برخصة Apache License 2.0.',
	licenceFont: 'خط وزيرمتن (Vazirmatn) منشور برخصة SIL Open Font License 1.1.',
	licenceLibraries: 'بُني Quern بهذه المكتبات:',
	licenceTexts: 'قراءة نصوص التراخيص',
	version: ({ version }) => `الإصدار ${version}`,
} satisfies Messages['about'];
