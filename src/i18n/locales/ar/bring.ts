import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');

export default {
	libraryTitle: (p: { name: string }) => `يحمل «${p.name}» برنامجًا خاصًا به`,
	libraryUnknown:
		'يستعمل للحساب على شريحة الرسوميات برنامجًا لا يعرفه Quern. لا يشغّل Quern من تلقاء نفسه أي برنامج مجهول.',
	libraryNotImported: 'لذلك لم يُستورد شيء.',
	libraryWaits: 'لذلك لا يستطيع هذا النموذج أن يجيب بعد.',
	libraryDecide: 'اقرأ المزيد وقرّر',
	libraryWhat:
		'على شريحة الرسوميات يشغّل النموذجَ برنامجٌ صغير مترجَم يسمّى مكتبته. المكتبات التي تأتي مع Quern معروفة ببصماتها. هذه ليست منها.',
	librarySees:
		'يرى هذا البرنامج ما تكتبه لهذا النموذج وما يجيب به، ويحسب على شريحة الرسوميات في جهازك. يعمل بمعزل عن الصفحة، حيث لا سبيل له إلى الشبكة ولا إلى ملفاتك ولا إلى محادثات أخرى.',
	librarySource: (p: { source: string }) =>
		`يقول النموذج عن نفسه إنه من «${p.source}». لم يتحقّق أحد من ذلك.`,
	libraryDigest: 'بصمته (SHA-256)، لتقارنها بالتي يعلنها صانعوه:',
	libraryAdvice: 'لا تثق به إلا إذا كنت تعرف من أين جاء.',
	libraryRefuse: 'لا تستعمله',
	libraryTrust: 'أثق بهذا البرنامج',
	trusted: 'برامج موثوق بها',
	trustedText: 'برامج جاءت مع نماذج وسمحتَ بتشغيلها.',
	trustedSince: (p: { date: string }) => `منذ ${p.date}`,
	takeBack: 'سحب الثقة',
	chooseFolder: 'استيراد مجلد',
	dropHere: 'أفلته هنا لاستيراده',
	offered: (p: { name: string; bytes: number }) =>
		`سُلّم «${p.name}» ‏(${format.bytes(p.bytes)}) إلى Quern`,
	offeredText: 'لم يُستورد شيء بعد. يُفحص كل ملف قبل استعماله.',
	offeredAccept: 'استورده',
	offeredDecline: 'اتركه',
	notReceived: 'لم يصل الملف المشارَك',
	notReceivedText: 'ربما لا توجد مساحة كافية. لم يتغيّر شيء. يمكنك أن تختار الملف هنا بنفسك.',
} satisfies Messages['bring'];
