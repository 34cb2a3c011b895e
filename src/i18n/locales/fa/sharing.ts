import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	queued: (p) =>
		plural(p.ahead, {
			one: 'زبانهٔ دیگری در حال پاسخ گرفتن است؛ پس از آن نوبت شماست.',
			other: 'ابتدا # پاسخ برای زبانه‌های دیگر نوشته می‌شود؛ سپس نوبت شماست.',
		}),
	tabEnded:
		'زبانه‌ای که مدل در آن بود بسته شد یا از کار افتاد. مدل دوباره بارگذاری شد و پاسخ از نو آغاز شد.',
	otherModel: (p) =>
		`زبانهٔ دیگری از ${p.other} استفاده می‌کند. اگر اینجا چیزی بپرسید، ${p.own} به جای آن بارگذاری می‌شود.`,
	notLoaded: 'اکنون هیچ مدلی بارگذاری نشده است. وقتی چیزی بپرسید، بارگذاری می‌شود.',
	inThisTab: (p) => `${p.model} در همین زبانه بارگذاری شده است.`,
	inOtherTab: (p) => `${p.model} در زبانهٔ دیگری از Quern بارگذاری شده است.`,
	sharedBy: (p) =>
		plural(p.tabs, {
			one: '# زبانه از آن استفاده می‌کند.',
			other: '# زبانه با هم از آن استفاده می‌کنند. حافظه فقط یک بار گرفته می‌شود.',
		}),
	free: 'آزاد کردن حافظه',
	lowMemory: 'حافظهٔ دستگاه کافی نیست',
	lessRoom: (p) => `جای کمتری برای گفتگو (${format.number(p.tokens)} توکن)`,
	smallerModel: (p) => `استفاده از ${p.model} به جای آن`,
	seeModels: 'دیدن مدل‌ها',
	roomIsLess: (p) =>
		`چون حافظه کم بود، گفتگو با این مدل فقط برای ${format.number(p.tokens)} توکن جا دارد.`,
	allRoom: (p) => `استفادهٔ دوباره از همهٔ ${format.number(p.tokens)} توکن`,
} satisfies Messages['sharing'];
