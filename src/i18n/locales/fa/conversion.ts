import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fa');

export default {
	title: 'برای تراشهٔ گرافیک',
	ready:
		'می‌توان این مدل را طوری تبدیل کرد که تراشهٔ گرافیک آن را اجرا کند. این معمولاً بسیار سریع‌تر است.',
	measuring: 'در حال اندازه‌گیری روی همین پرونده که چه چیزی از دست می‌رود…',
	exact: 'چیزی از دست نمی‌رود: هر وزن مقدار خود را نگه می‌دارد.',
	lost: (p: { error: number }) =>
		`چیزی از دست می‌رود: وزن‌ها به ۴ بیت گرد می‌شوند، با خطایی نزدیک به ${format.share(p.error)} اندازه‌شان. پاسخ‌ها کمی فرق می‌کنند و شاید بدتر شوند. روی پردازنده همان‌طور که هست و بی‌کاست اجرا می‌شود.`,
	keeps: (p: { bytes: number }) =>
		`پرونده همان‌طور که هست می‌ماند. مدل تبدیل‌شده ${format.bytes(p.bytes)} دیگر جا می‌گیرد؛ هر کدام را هر وقت بخواهید می‌توانید پاک کنید. چیزی دریافت نمی‌شود.`,
	convert: 'تبدیل برای تراشهٔ گرافیک',
	converting: 'در حال تبدیل برای تراشهٔ گرافیک',
	progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
		`${format.bytes(p.done)} از ${format.bytes(p.total)}، ${format.speed(p.bytesPerSecond)}`,
	converted: 'مدل تبدیل شد و از این پس تراشهٔ گرافیک پاسخ می‌دهد.',
	done: 'پیش‌تر تبدیل شده است: مدل تبدیل‌شده جداگانه در همین صفحه هست.',
	noGpu:
		'این مدل را می‌توان برای تراشهٔ گرافیک تبدیل کرد، ولی این دستگاه تراشه‌ای ندارد که آن را اجرا کند. روی پردازنده اجرا می‌شود.',
	noLibrary:
		'Quern برای مدلی با این ساختار برنامهٔ گرافیکی ندارد. همان‌طور که هست روی پردازنده اجرا می‌شود.',
	unsupported:
		'چیزی در این پرونده هنوز برای تراشهٔ گرافیک تبدیل‌پذیر نیست. همان‌طور که هست روی پردازنده اجرا می‌شود.',
	weightsOf: (p: { type: string }) => `وزن‌ها در ${p.type}`,
	lossOf: (p: { error: number; weights: number }) =>
		p.error === 0
			? `بی‌کاست، ${format.number(p.weights)} وزن`
			: `${format.share(p.error)}، ${format.number(p.weights)} وزن`,
	worst: 'بیش از همه',
	worstOf: (p: { tensor: string; error: number }) => `${format.share(p.error)} در ${p.tensor}`,
	measure:
		'ریشهٔ میانگین مربع تفاوت‌ها نسبت به همان مقدار برای وزن‌ها. روی سطرهایی از هر تانسور همین پرونده اندازه گرفته شده است.',
	from: 'تبدیل‌شده در همین‌جا از',
	fromDigest: 'اثر انگشت آن پرونده',
} satisfies Messages['conversion'];
