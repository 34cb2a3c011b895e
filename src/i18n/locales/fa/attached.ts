import type { Messages } from '../en.ts';

export default {
	add: 'افزودن فایل متنی',
	files: 'فایل‌های همراه پیام',
	remove: (p) => `برداشتن ${p.name}`,
	dropHere: 'رها کنید تا به پیام افزوده شود',
	refused: {
		'too-large': (p) =>
			`${p.name} بلندتر از آن است که مدلی در اینجا بتواند بخواند. بخش مهم آن را بیفزایید.`,
		picture: (p) => `${p.name} تصویر است. هنوز هیچ مدل نصب‌شده‌ای تصویر نمی‌بیند.`,
		document: (p) => `${p.name} سندی است که Quern هنوز نمی‌خواند. متن آن را در پیام بچسبانید.`,
		'not-text': (p) => `${p.name} فایل متنی‌ای نیست که Quern بتواند بخواند.`,
		unreadable: (p) => `${p.name} خوانده نشد. دوباره انتخابش کنید.`,
		'too-many': (p) => `${p.name} افزوده نشد: این پیام بیش از این فایل نمی‌پذیرد.`,
	},
} satisfies Messages['attached'];
