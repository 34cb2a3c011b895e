import type { Messages } from '../en.ts';

export default {
	name: 'Quern',
	purpose: 'هوش مصنوعی از آنِ شما',
	skipToContent: 'رفتن به محتوا',
	places: 'بخش‌ها',
	notFound: 'در این نشانی چیزی نیست',
	notFoundNext: 'شاید پیوند از نسخهٔ قدیمی‌تر Quern باشد. به داده‌های شما دست نخورده است.',
	goHome: 'رفتن به صفحهٔ اول',
	updateReady: 'نسخهٔ تازهٔ Quern آماده است.',
	updateNow: 'راه‌اندازی دوباره',
	updateLater: 'بعداً',
	updateWaits: 'نسخهٔ تازه آماده است. پس از پایان کارِ در جریان می‌توانید آن را راه بیندازید.',
	install: 'نصب',
	installOffer: 'Quern را مثل هر برنامهٔ دیگری روی این دستگاه داشته باشید.',
	installLater: 'فعلاً نه',
	installOnIos: 'برای نصب Quern دکمهٔ هم‌رسانی (Share) و سپس «Add to Home Screen» را بزنید.',
	brokenPage: 'این صفحه از کار افتاد',
	brokenPageNext:
		'گفتگوها و مدل‌های شما نگه داشته شده‌اند. دوباره تلاش کنید یا به بخش دیگری بروید.',
	databaseClosed: 'Quern نمی‌تواند حافظهٔ خود را باز کند',
	databaseClosedNext:
		'چیزی پاک نشده است. زبانه‌های دیگر Quern را ببندید و دوباره تلاش کنید. اگر پنجره خصوصی است، یک پنجرهٔ معمولی باز کنید. تا آن زمان چیزی ذخیره نمی‌شود.',
	databaseNewer:
		'داده‌های ذخیره‌شده از نسخهٔ تازه‌تری از Quern هستند. چیزی پاک نشده است. برای گرفتن آن نسخه صفحه را دوباره بارگذاری کنید.',
} satisfies Messages['app'];
