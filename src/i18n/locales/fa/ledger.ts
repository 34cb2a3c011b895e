import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	short: 'هر درخواستی که Quern به سایت دیگری فرستاده، و برای چه.',
	see: 'دیدن فهرست',
	lead: 'Quern فقط برای مدل‌هایی که شما می‌گیرید سراغ سایت‌های دیگر می‌رود. هر درخواست اینجا نوشته می‌شود، و نیز هر درخواستی که اجازه بیرون رفتن نیافت. این فهرست روی همین دستگاه می‌ماند.',
	empty: 'چیزی از این دستگاه بیرون نرفته است',
	emptyText: 'وقتی مدلی از سایت دیگری بگیرید، هر درخواست اینجا نوشته می‌شود.',
	site: 'سایت',
	allSites: 'همهٔ سایت‌ها',
	save: 'ذخیره به صورت متن',
	clear: 'پاک کردن فهرست',
	clearTitle: 'فهرست پاک شود؟',
	clearText: 'سطرهای آن از این دستگاه حذف می‌شود. مدل‌ها و گفت‌وگوهای شما می‌مانند.',
	older: 'نمایش قدیمی‌ترها',
	unreadable: ({ count }) =>
		plural(count, { other: '# سطر خوانده نمی‌شود و همان‌طور که هست نگه داشته شده است.' }),
	forFile: ({ pack, file }) => `برای ${pack}: ${file}`,
	forRepository: ({ repository }) => `برای دیدن محتوای ${repository}`,
	forNothing: 'شما چنین چیزی نخواسته بودید',
	outcomes: {
		open: 'پایانش ثبت نشده',
		done: 'انجام شد',
		failed: 'ناموفق',
		stopped: 'متوقف شد',
		refused: 'بیرون نرفت',
	},
	requests: ({ count }) => plural(count, { other: '# درخواست' }),
	status: ({ status }) => `وضعیت ${format.number(status)}`,
	answeredBy: ({ host }) => `پاسخ از ${host}`,
} satisfies Messages['ledger'];
