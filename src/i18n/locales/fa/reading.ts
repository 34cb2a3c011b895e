import type { Messages } from '../en.ts';

export default {
	wrap: 'شکستن سطرهای بلند',
	saveCode: 'ذخیرهٔ کد در فایل',
	copyTable: 'کپی جدول',
	saveTable: 'ذخیرهٔ جدول به صورت CSV',
	tableFile: 'جدول.csv',
	saved: ({ name }) => `با نام \u2068${name}\u2069 ذخیره شد`,
	saveFailed: 'فایل ذخیره نشد. متن همچنان اینجاست. جای دیگری را امتحان کنید یا به جای آن کپی کنید.',
	note: ({ label }) => `پانویس ${label}`,
	backToText: ({ label }) => `بازگشت به متن از پانویس ${label}`,
	formula: 'فرمول',
	showPage: 'نمایش به صورت صفحه',
	showDrawing: 'نمایش به صورت نقاشی',
	pageFrame: 'نمایش صفحه',
	pageNote: 'بدون اسکریپت‌هایش نمایش داده شده است. چیزی دریافت نمی‌شود و هیچ پیوندی کار نمی‌کند.',
	drawing: 'نقاشی',
	drawingFailed: 'این نقاشی کامل نیست. متن آن بالاتر آمده است.',
} satisfies Messages['reading'];
