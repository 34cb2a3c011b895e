import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fa');

export default {
	pin: 'سنجاق‌کردن به بالا',
	unpin: 'برداشتن سنجاق',
	archive: 'گذاشتن در بایگانی',
	unarchive: 'درآوردن از بایگانی',
	move: 'بردن به یک پروژه',
	archived: (p: { title: string }) => `«${p.title}» در بایگانی است.`,
	toArchive: (p: { count: number }) =>
		plural(p.count, { one: 'بایگانی (#)', other: 'بایگانی (#)' }),
	archiveTitle: 'بایگانی',
	archiveEmpty: 'چیزی در بایگانی نیست.',
	back: 'بازگشت به گفتگوها',
	isArchived: 'در بایگانی',

	pinned: 'سنجاق‌شده',
	today: 'امروز',
	yesterday: 'دیروز',
	earlier: 'پیش‌تر',

	newProject: 'پروژهٔ تازه',
	editProject: 'ویرایش پروژه',
	projectName: 'نام پروژه',
	instructions: 'دستورها',
	instructionsHint: 'مدل پیش از هر گفتگوی این پروژه آن‌ها را می‌خواند.',
	model: 'مدل',
	usualModel: 'همان که جاهای دیگر پاسخ می‌دهد',
	missingModel: 'مدلی که در این دستگاه نیست',
	save: 'ذخیره',
	create: 'ساختن',
	projectOptions: (p: { name: string }) => `کارهای پروژهٔ «${p.name}»`,
	newInProject: 'گفتگوی تازه در آن',
	edit: 'ویرایش',
	projectRemoved: (p: { name: string }) => `پروژهٔ «${p.name}» حذف شد. گفتگوهایش مانده‌اند.`,
	projectsUnreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# پروژه خوانده نمی‌شود و به همان شکل نگه داشته شده است.',
			other: '# پروژه خوانده نمی‌شوند و به همان شکل نگه داشته شده‌اند.',
		}),
	moveTitle: 'از آنِ کدام پروژه است؟',
	noProject: 'هیچ‌کدام',
	projectEmpty: 'گفتگویی در این پروژه نیست.',

	removedElsewhere: 'این گفتگو در زبانهٔ دیگری حذف شد',
	removedElsewhereText: 'آنچه می‌بینید هنوز در این صفحه است. می‌توانید آن را برگردانید.',
	bringBack: 'برگرداندن',
	otherDraft: 'در زبانهٔ دیگری اینجا چیز دیگری نوشته‌اید:',
	takeOther: 'آن را بگذار',
	keepThis: 'همین بماند',

	titles: 'نام گفتگوها',
	modelTitles: 'مدل پس از نخستین پاسخ به گفتگو نام بدهد',
	modelTitlesText: 'چند ثانیه از دستگاه کار می‌گیرد. نامی که خودتان بدهید هرگز عوض نمی‌شود.',
} satisfies Messages['organise'];
