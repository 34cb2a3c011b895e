import type { Messages } from '../en.ts';

export default {
	lead: 'Quern مدل‌های هوش مصنوعی را روی دستگاه خودتان اجرا می‌کند. مدل یک بار دریافت می‌شود؛ پس از آن نه شبکه‌ای لازم است، نه حساب کاربری، نه سرور.',
	nameOrigin:
		'quern به انگلیسی همان دستاس است: آسیاب دستی که خانواده‌ها نگه می‌داشتند، وقتی ارباب می‌خواست همه در آسیاب او پول بدهند.',
	isNot: 'Quern چه چیزی نیست',
	isNotText:
		'این مدل‌ها کوچک‌اند. زیاد اشتباه می‌کنند و اشتباهشان را با اطمینان می‌گویند. در تصمیم‌های پزشکی، حقوقی یا مالی به آنها تکیه نکنید.',
	promises: 'Quern چه قولی می‌دهد',
	promiseLocal: 'آنچه می‌نویسید روی همین دستگاه می‌ماند. سروری نیست که بتواند آن را بخواند.',
	promiseNetwork: 'Quern فقط برای فایل‌های خودش و مدل‌هایی که شما دریافت می‌کنید سراغ شبکه می‌رود.',
	promiseCount: 'نه آمارگیری، نه تبلیغ، نه حساب کاربری.',
	promiseVerify: 'هر فایل دریافتی پیش از استفاده بررسی می‌شود.',
	licences: 'مجوزها',
	licenceQuern: 'Quern نرم‌افزاری آزاد با مجوز Apache License 2.0 است.',
	licenceModel:
		'مدل آغازین، SmolLM2-135M-Instruct ساختهٔ Hugging Face، با مجوز Apache License 2.0 منتشر شده است.',
	licenceFont: 'قلم وزیرمتن (Vazirmatn) با مجوز SIL Open Font License 1.1 منتشر شده است.',
	licenceLibraries: 'Quern با این کتابخانه‌ها ساخته شده است:',
	licenceTexts: 'خواندن متن مجوزها',
	version: ({ version }) => `نسخهٔ ${version}`,
} satisfies Messages['about'];
