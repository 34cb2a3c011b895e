import type { Messages } from '../en.ts';

export default {
	cancel: 'انصراف',
	close: 'بستن',
	copy: 'کپی',
	copied: 'کپی شد',
	copyFailed: 'مرورگر اجازهٔ کپی نداد. متن را انتخاب کنید و خودتان کپی کنید.',
	delete: 'پاک کردن',
	deleted: 'پاک شد',
	dismiss: 'بستن',
	more: 'بیشتر',
	reload: 'بارگذاری دوباره',
	retry: 'تلاش دوباره',
	undo: 'برگرداندن',
} satisfies Messages['actions'];
