import type { Feature } from '../features/feature.ts';

const modules = import.meta.glob<Feature>('../features/*/index.ts', {
	eager: true,
	import: 'default',
});

/** Every feature, in the order of the navigation. Their pages load when they are first opened. */
export const features: readonly Feature[] = Object.values(modules).sort(
	(a, b) => a.order - b.order,
);
