import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('ar');

export default {
	pin: 'تثبيت في الأعلى',
	unpin: 'إلغاء التثبيت',
	archive: 'نقل إلى الأرشيف',
	unarchive: 'إخراج من الأرشيف',
	move: 'نقل إلى مشروع',
	archived: (p: { title: string }) => `«${p.title}» في الأرشيف.`,
	toArchive: (p: { count: number }) =>
		plural(p.count, { one: 'الأرشيف (#)', other: 'الأرشيف (#)' }),
	archiveTitle: 'الأرشيف',
	archiveEmpty: 'لا شيء في الأرشيف.',
	back: 'العودة إلى المحادثات',
	isArchived: 'في الأرشيف',

	pinned: 'المثبتة',
	today: 'اليوم',
	yesterday: 'أمس',
	earlier: 'قبل ذلك',

	newProject: 'مشروع جديد',
	editProject: 'تعديل المشروع',
	projectName: 'اسم المشروع',
	instructions: 'التعليمات',
	instructionsHint: 'يقرؤها النموذج قبل كل محادثة في هذا المشروع.',
	model: 'النموذج',
	usualModel: 'النموذج الذي يجيب في غيره',
	missingModel: 'نموذج غير موجود على هذا الجهاز',
	save: 'حفظ',
	create: 'إنشاء',
	projectOptions: (p: { name: string }) => `ما يمكن فعله بالمشروع «${p.name}»`,
	newInProject: 'محادثة جديدة فيه',
	edit: 'تعديل',
	projectRemoved: (p: { name: string }) => `حُذف المشروع «${p.name}». محادثاته محفوظة.`,
	projectsUnreadable: (p: { count: number }) =>
		plural(p.count, {
			zero: 'لا مشاريع تتعذر قراءتها.',
			one: 'تتعذر قراءة مشروع واحد. بقي كما هو.',
			two: 'تتعذر قراءة مشروعين. بقيا كما هما.',
			few: 'تتعذر قراءة # مشاريع. بقيت كما هي.',
			many: 'تتعذر قراءة # مشروعًا. بقيت كما هي.',
			other: 'تتعذر قراءة # مشروع. بقيت كما هي.',
		}),
	moveTitle: 'إلى أي مشروع تنتمي؟',
	noProject: 'لا شيء',
	projectEmpty: 'لا محادثة في هذا المشروع.',

	removedElsewhere: 'حُذفت هذه المحادثة في علامة تبويب أخرى',
	removedElsewhereText: 'ما تراه لا يزال في هذه الصفحة. يمكنك استعادته.',
	bringBack: 'استعادة',
	otherDraft: 'كتبت هنا شيئًا آخر في علامة تبويب أخرى:',
	takeOther: 'استخدام ذلك',
	keepThis: 'إبقاء هذا',

	titles: 'أسماء المحادثات',
	modelTitles: 'دع النموذج يسمّي المحادثة بعد أول إجابة',
	modelTitlesText: 'يأخذ ذلك بضع ثوانٍ من الجهاز. الاسم الذي تعطيه أنت لا يتغير أبدًا.',
} satisfies Messages['organise'];
