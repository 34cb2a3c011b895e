import { damagedBackup } from './backup-header.ts';

/** What JSON has no word for is an object with this key. */
const TAG = '$quern';
/** No record nests so deep; a deeper one would exhaust the stack. */
const DEEPEST = 64;

/**
 * A stored value as JSON can hold it. Binary parts are left out, in their order, into `parts`. Throws TypeError for what
 * no record holds, such as a Map: better no backup than one with a hole.
 */
export function toPlain(value: unknown, parts: Blob[]): unknown {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') {
		return Number.isFinite(value) ? value : { [TAG]: 'number', value: String(value) };
	}
	if (Array.isArray(value)) return value.map((item: unknown) => toPlain(item ?? null, parts));
	if (value instanceof Date) return { [TAG]: 'date', value: value.getTime() };
	if (value instanceof Blob) {
		parts.push(value);
		const name = value instanceof File ? { name: value.name } : {};
		return { [TAG]: 'blob', bytes: value.size, type: value.type, ...name };
	}
	if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
		parts.push(new Blob([value as Uint8Array<ArrayBuffer>]));
		const kind = value instanceof ArrayBuffer ? 'buffer' : 'uint8';
		return { [TAG]: kind, bytes: value.byteLength };
	}
	if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
		throw new TypeError(`a record holds what a backup cannot: ${typeof value}`);
	}
	const entries = Object.entries(value)
		.filter(([, item]) => item !== undefined)
		.map(([key, item]) => [key, toPlain(item, parts)] as const);
	const plain = Object.fromEntries(entries);
	return TAG in plain ? { [TAG]: 'object', value: plain } : plain;
}

/** A binary part that stands for itself in a plain value, and is kept beside it. */
export interface Part {
	readonly kind: 'blob' | 'buffer' | 'uint8';
	readonly bytes: number;
	readonly type: string;
	readonly name: string | undefined;
}

/** The binary parts of a plain value, in the order in which `toPlain` took them out. Throws `corrupt`. */
export function partsOf(plain: unknown): Part[] {
	const parts: Part[] = [];
	walk(plain, 0, (part) => parts.push(part));
	return parts;
}

/** The value that `toPlain` made plain, with its parts. Throws `corrupt` for what it would not have made. */
export function fromPlain(plain: unknown, parts: readonly unknown[]): unknown {
	let next = 0;
	return walk(plain, 0, () => parts[next++]);
}

type PartReader = (part: Part) => unknown;

function walk(plain: unknown, depth: number, readPart: PartReader): unknown {
	if (depth > DEEPEST) throw damagedBackup('a record that nests too deep');
	if (typeof plain !== 'object' || plain === null) return plain;
	if (Array.isArray(plain)) return plain.map((item) => walk(item, depth + 1, readPart));
	const object = plain as Record<string, unknown>;
	if (!Object.hasOwn(object, TAG)) return fields(object, depth, readPart);
	const { [TAG]: kind, value, bytes, type, name } = object;
	if (kind === 'number') return Number(value);
	if (kind === 'date') return new Date(Number(value));
	if (kind === 'object' && typeof value === 'object' && value !== null) {
		return fields(value as Record<string, unknown>, depth + 1, readPart);
	}
	const isPart = kind === 'blob' || kind === 'buffer' || kind === 'uint8';
	if (!isPart || typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0) {
		throw damagedBackup('an unknown value');
	}
	return readPart({
		kind,
		bytes,
		type: typeof type === 'string' ? type : '',
		name: typeof name === 'string' ? name : undefined,
	});
}

function fields(object: Record<string, unknown>, depth: number, readPart: PartReader): object {
	const entries = Object.entries(object)
		.filter(([key]) => key !== '__proto__')
		.map(([key, item]) => [key, walk(item, depth + 1, readPart)] as const);
	return Object.fromEntries(entries);
}
