import { pluralsOf } from '../../plural.ts';
import type en from '../en/search.ts';

const plural = pluralsOf('fa');

export default {
	title: 'جستجو',
	open: 'جستجو',
	label: 'واژه‌هایی که دنبالشان هستید',
	hint: 'همهٔ پیام‌های این دستگاه جستجو می‌شوند. همهٔ واژه‌ها باید باشند، به هر ترتیبی؛ آنچه در گیومه است، درست به همان شکل.',
	results: 'نتیجه‌ها',
	found: (p) => plural(p.count, { other: '# نتیجه' }),
	none: 'چیزی پیدا نشد',
	noneNext: 'واژه‌های کمتر یا املای دیگری را امتحان کنید.',
	partial: 'گفتگوهای شما هنوز خوانده می‌شوند: شاید نتیجه‌های بیشتری باشد.',
	more: (p) => plural(p.count, { other: '# پیام دیگر در این گفتگو' }),
	limited: 'نخستین نتیجه‌ها نشان داده شده‌اند. برای محدودتر شدن، واژه‌ای اضافه کنید.',
	gone: 'این پیام دیگر وجود ندارد.',
} satisfies typeof en;
