import type { Messages } from '../en.ts';

export default {
	cancel: 'إلغاء',
	close: 'إغلاق',
	copy: 'نسخ',
	copied: 'تم النسخ',
	copyFailed: 'لم يسمح المتصفح بالنسخ. حدّد النص وانسخه بنفسك.',
	delete: 'حذف',
	deleted: 'تم الحذف',
	dismiss: 'إخفاء',
	more: 'المزيد',
	reload: 'إعادة التحميل',
	retry: 'حاول مرة أخرى',
	undo: 'تراجع',
} satisfies Messages['actions'];
