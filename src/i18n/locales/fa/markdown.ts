import type { Messages } from '../en.ts';

export default {
	code: 'قطعه‌کد',
	codeIn: ({ language }) => `قطعه‌کد، ${language}`,
	copyCode: 'کپی کد',
	table: 'جدول',
	image: 'تصویر، بارگیری نشده:',
	done: 'انجام شده',
	open: 'انجام نشده',
	linkTitle: 'این نشانی باز شود؟',
	linkLeaves:
		'این نشانی شما را از Quern به اینترنت می‌برد. آن سایت باخبر می‌شود که این دستگاه بازش کرده است.',
	linkMail: 'برنامهٔ ایمیل شما با این نشانی باز می‌شود. هیچ چیز خودبه‌خود فرستاده نمی‌شود.',
	linkSite: 'سایت:',
	linkOpen: 'باز کردن',
} satisfies Messages['markdown'];
