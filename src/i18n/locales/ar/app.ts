import type { Messages } from '../en.ts';

export default {
	name: 'Quern',
	purpose: 'ذكاء اصطناعي ملكٌ لك',
	skipToContent: 'الانتقال إلى المحتوى',
	places: 'الأقسام',
	notFound: 'لا شيء في هذا العنوان',
	notFoundNext: 'ربما كان الرابط من إصدار أقدم من Quern. لم تُمسّ بياناتك.',
	goHome: 'إلى الصفحة الأولى',
	updateReady: 'إصدار جديد من Quern جاهز.',
	updateNow: 'إعادة التشغيل الآن',
	updateLater: 'لاحقًا',
	updateWaits: 'إصدار جديد جاهز. يمكن تشغيله بعد انتهاء العمل الجاري.',
	install: 'تثبيت',
	installOffer: 'احتفظ بـ Quern على هذا الجهاز مثل أي تطبيق آخر.',
	installLater: 'ليس الآن',
	installOnIos: 'لتثبيت Quern اضغط زر المشاركة، ثم «إضافة إلى الشاشة الرئيسية».',
	brokenPage: 'توقفت هذه الصفحة عن العمل',
	brokenPageNext: 'محادثاتك ونماذجك محفوظة. حاول مرة أخرى، أو انتقل إلى قسم آخر.',
	databaseClosed: 'يتعذّر على Quern فتح مخزنه',
	databaseClosedNext:
		'لم يُحذف شيء. أغلق علامات تبويب Quern الأخرى وحاول مرة أخرى. إن كانت النافذة خاصة فافتح نافذة عادية. وإلى ذلك الحين لا يُحفظ شيء.',
	databaseNewer:
		'البيانات المحفوظة من إصدار أحدث من Quern. لم يُحذف شيء. أعد تحميل الصفحة للحصول على ذلك الإصدار.',
} satisfies Messages['app'];
