import type { Messages } from '../en.ts';

export default {
	purpose:
		'متن‌ها را از روی معنایشان پیدا می‌کند. گفت‌وگو نمی‌کند و هنوز هیچ بخشی از Quern از آن استفاده نمی‌کند؛ جست‌وجو در سندهای خودتان از آن استفاده خواهد کرد.',
	room: 'در هر بار می‌خواند',
	offerTitle: 'برای جست‌وجوی معنایی، در آینده',
	offerText: 'فقط انگلیسی می‌فهمد.',
} satisfies Messages['embeddings'];
