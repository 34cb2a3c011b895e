import { seededRandom } from '../../src/ui/markdown/testing/seeded-random.ts';
import type { Fault } from '../fixtures/fault-server.mjs';
import type { NetworkFaults, Schedule, Step, WorkerFaults } from './schedule.ts';

const KIB = 1024;
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;

/** Draws one schedule. The same seed and index give the same one on every machine. */
export function drawSchedule(seed: number, index: number): Schedule {
	const draw = new Draw(seed * 1_000_003 + index);
	const files = [
		draw.int(60, 180) * KIB + draw.int(0, 999),
		draw.int(1, 40) * KIB,
		draw.int(2, 900),
	];
	const hosts = draw.pick([['origin'], ['origin'], ['hub'], ['hub', 'one'], ['hub', 'one', 'two']]);
	// One host is right at least; else no way leads to an installed pack.
	const wrongHosts = draw.chance(0.08) ? hosts.slice(1) : [];
	// A part of the schedules is without what makes it right to fetch twice: there each byte is accounted for.
	const isPlain = draw.chance(0.5);
	return {
		seed,
		index,
		shelf: draw.pick(['indexed-db', 'opfs'] as const),
		chunkBytes: draw.pick([16, 32]) * KIB,
		lanes: draw.pick([1, 4]),
		files,
		hosts,
		wrongHosts: isPlain ? [] : wrongHosts,
		neighbour: draw.pick(['none', 'apart', 'shares'] as const),
		...(draw.chance(0.05) && { olderTab: draw.int(50, 400) }),
		persist: draw.pick(['granted', 'refused', 'throws'] as const),
		network: draw.times(draw.int(0, 4), () => drawNetwork(draw, files, hosts, isPlain)),
		workers: draw.times(draw.int(0, 3), () => drawWorker(draw)),
		steps: draw.times(draw.int(1, 5), () => drawStep(draw, isPlain)),
		end: draw.pick(['same-tab', 'new-tab'] as const),
	};
}

function drawNetwork(
	draw: Draw,
	files: readonly number[],
	hosts: readonly string[],
	isPlain: boolean,
): NetworkFaults {
	const file = draw.pick([0, 0, 1, 2]);
	const bytes = files[file] ?? 0;
	const before: Fault[] = draw.times(draw.int(0, 4), () => ({}));
	const faults = draw.times(draw.int(1, 3), () => drawFault(draw, bytes, isPlain));
	return { host: draw.pick(hosts), file, faults: [...before, ...faults] };
}

function drawFault(draw: Draw, bytes: number, isPlain: boolean): Fault {
	const some = draw.int(0, Math.min(bytes, 20 * KIB));
	const plain: (() => Fault)[] = [
		() => ({ refuse: true, times: draw.int(1, 4) }),
		() => ({ drop: some }),
		() => ({ drop: 0, times: draw.int(1, 5) }),
		() => ({ ignoreRange: true, drop: some }),
		() => ({ stall: some }),
		() => ({ status: draw.pick([403, 404, 451]) }),
		() => ({ status: draw.pick([500, 502, 503, 504]), times: draw.int(1, 4) }),
		() => ({ status: 429, headers: { 'Retry-After': draw.pick(['0', '1', 'soon']) } }),
		() => ({ page: draw.pick(['text/html', 'application/octet-stream']) }),
		() => ({ redirect: 'http://portal.invalid/' }),
		() => ({ ignoreRange: true }),
		() => ({ contentRange: draw.pick([null, 'bytes */9', 'bytes 0-9/9']) }),
		() => ({ shift: draw.int(1, 9) }),
		() => ({ status: 416 }),
		() => ({ short: draw.int(1, 9) }),
		() => ({ long: draw.int(1, 999) }),
		() => ({ gzip: true, ...(draw.chance(0.5) && { ignoreRange: true }) }),
		() => ({ noCors: true }),
	];
	const wrong: (() => Fault)[] = [
		() => ({ etag: '"2"', times: draw.int(1, 3) }),
		() => ({ flip: draw.int(0, bytes - 1), times: draw.int(1, 3) }),
		() => ({ flip: draw.int(0, bytes - 1), ignoreRange: true }),
	];
	return draw.pick(isPlain ? plain : [...plain, ...wrong, ...wrong])();
}

function drawWorker(draw: Draw): WorkerFaults {
	return {
		...(draw.chance(0.35) && {
			kill: {
				method: draw.pick(['write', 'write', 'seal', 'record', 'delete'] as const),
				call: draw.int(1, 4),
				ticks: draw.int(-1, 6),
			},
		}),
		...(draw.chance(0.3) && {
			writes: {
				from: draw.int(0, 12),
				times: draw.int(1, 3),
				end: draw.pick(['quota', 'quota', 'failed', 'short'] as const),
			},
		}),
		...(draw.chance(0.08) && { closedDatabase: draw.int(1, 2) }),
		...(draw.chance(0.2) && {
			clock: { from: draw.int(0, 2), ahead: draw.pick([TEN_YEARS, -TEN_YEARS]) },
		}),
		...(draw.chance(0.2) && { quota: draw.pick([0, 1e15]) }),
	};
}

function drawStep(draw: Draw, isPlain: boolean): Step {
	const plain: (() => Step)[] = [
		() => ({ do: 'wait', ms: draw.int(0, 60) }),
		() => ({ do: 'await-requests', count: draw.int(1, 12) }),
		() => ({ do: 'pause-resume', ms: draw.int(0, 30) }),
		() => ({ do: 'second-tab' }),
		() => ({ do: 'kill' }),
		() => ({ do: 'kill' }),
		() => ({ do: 'remove-neighbour', readMeanwhile: draw.chance(0.5) }),
		() => ({
			do: 'corrupt-record',
			store: draw.pick(['installedPacks', 'pendingInstallations'] as const),
		}),
		() => ({ do: 'hold-file', file: draw.int(0, 2), ms: draw.int(20, 200) }),
		() => ({ do: 'outage', ms: draw.int(5, 100) }),
	];
	const wrong: (() => Step)[] = [
		() => ({ do: 'cancel' }),
		() => ({ do: 'evict', what: draw.pick(['everything', 'files'] as const) }),
		() => ({
			do: 'damage',
			file: draw.int(0, 2),
			how: draw.pick(['flip', 'truncate', 'zero-tail', 'lose'] as const),
			at: draw.fraction(),
		}),
	];
	return draw.pick(isPlain ? plain : [...plain, ...wrong, ...wrong])();
}

/** Chance, from one seed. */
class Draw {
	readonly fraction: () => number;

	constructor(seed: number) {
		this.fraction = seededRandom(seed);
	}

	/** A whole number, both ends included. */
	int(from: number, to: number): number {
		return from + Math.floor(this.fraction() * (to - from + 1));
	}

	pick<T>(from: readonly T[]): T {
		return from[this.int(0, from.length - 1)]!;
	}

	chance(of: number): boolean {
		return this.fraction() < of;
	}

	times<T>(count: number, make: () => T): T[] {
		return Array.from({ length: count }, make);
	}
}
