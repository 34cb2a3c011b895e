import type { FitDevice } from './fit.ts';

const GIB = 2 ** 30;

/**
 * Browsers tell at most this much of main memory, so this much means "or more". Newer ones tell up to 32 GiB:
 * then the number is the device's own.
 */
const TOLD_AT_MOST = 8 * GIB;

/** Where nothing is told: what most devices of the kind have at least, and what few have more than. */
const USUAL = { computer: [5 * GIB, 32 * GIB], phone: [3 * GIB, 8 * GIB] } as const;

/** Which part of main memory a page's model may take easily, and at most. Phones kill the page that takes more. */
const SHARES = { computer: [0.5, 0.8], phone: [0.25, 0.45] } as const;

/** WebKit ends a tab on an iPhone near 1.5 GB, the page's own needs included. */
const IPHONE = { easyBytes: 0.75 * GIB, mostBytes: 1.25 * GIB };

export interface MemoryRoom {
	/** Up to here nothing speaks against it. */
	readonly easyBytes: number;
	/** Beyond this it will not run. */
	readonly mostBytes: number;
	/** False where what lies between the two depends on what the browser does not tell. */
	readonly isKnown: boolean;
}

/** How much memory a model may take on a device, by rules of thumb. */
export function memoryRoom({ kind, memoryBytes }: FitDevice): MemoryRoom {
	if (kind === 'iphone') return { ...IPHONE, isKnown: true };
	const [easy, most] = SHARES[kind];
	const [least, few] = USUAL[kind];
	const isCapped = memoryBytes === TOLD_AT_MOST && kind === 'computer';
	const isKnown = memoryBytes !== undefined && !isCapped;
	return {
		easyBytes: easy * (memoryBytes ?? least),
		mostBytes: most * (isKnown ? memoryBytes : few),
		isKnown,
	};
}
