import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');

export default {
	variants: 'نسخه‌ها',
	before: 'نسخهٔ پیشین',
	after: 'نسخهٔ بعدی',
	place: (p) => `${format.number(p.number)} از ${format.number(p.count)}`,
	edit: 'ویرایش و ارسال دوباره',
	wording: 'پیام شما',
	editExplained: 'پیام و پاسخ پیشین می‌مانند و با یک حرکت در دسترس‌اند.',
	fork: 'گفتگوی تازه از همین‌جا',
	forkOf: (p) => `${p.title} (۲)`,
	questionOptions: 'کارهایی برای پیام شما',
	answerOptions: 'کارهایی برای این پاسخ',
} satisfies Messages['variants'];
