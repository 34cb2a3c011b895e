import * as v from 'valibot';
import { AppError } from '../lib/errors.ts';
import { parseUrl } from '../lib/parse-url.ts';
import { isSafeAddress } from '../lib/safe-address.ts';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A relative path of plain segments: no parent folders, no scheme, no control or bidi characters. */
const RelativePath = v.pipe(
	v.string(),
	v.maxLength(200),
	v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/),
);

const PackId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/));

/** An absolute address without credentials or fragment: https, or http on this very machine. */
const FileAddress = v.pipe(
	v.string(),
	v.maxLength(500),
	v.check((text) => {
		const url = parseUrl(text);
		return !!url && isSafeAddress(url) && !url.username && !url.password && !url.hash;
	}),
);

const PackFile = v.strictObject({
	/** Name within the pack; also its address below the pack's folder. */
	path: RelativePath,
	/** Where it is fetched from, if that is not below the pack's own place. Its digest decides all the same. */
	url: v.optional(FileAddress),
	/** Length in bytes. */
	bytes: Count,
	/** SHA-256 of the whole file, lowercase hex. Files are stored under it. */
	sha256: Sha256,
});

export const PackEngineName = v.picklist(['web-llm', 'wllama', 'transformers']);

/** What a device must have, in WebGPU's own names: features, and the least that each limit may be. */
const Requirements = v.strictObject({
	features: v.optional(
		v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/))), v.maxLength(32)),
	),
	limits: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,59}$/)), Count)),
});

/** What one engine needs of the pack: a device fetches only the set that its engine reads. */
const FileSet = v.pipe(
	v.strictObject({
		engine: PackEngineName,
		files: v.pipe(
			v.array(PackFile),
			v.minLength(1),
			v.maxLength(4096),
			v.check(
				(files) => new Set(files.map(({ path }) => path.toLowerCase())).size === files.length,
			),
		),
		/**
		 * Path, among `files`, of the compiled model library that the pack brings along. It is code: it runs only if
		 * its digest is shipped with the app or the person has said so. Without it, one that ships with the app runs.
		 */
		library: v.optional(RelativePath),
		/**
		 * Id of the model in the app's own libraries that these weights are shaped like, so that its library runs them.
		 * Without it, one compiled for the pack itself.
		 */
		libraryModel: v.optional(PackId),
		/** What that library needs of the device beyond what the engine always does. */
		requires: v.optional(Requirements),
		/** Estimated peak memory in bytes while it runs: weights, KV cache and working buffers. */
		memoryBytes: Count,
	}),
	v.check(
		({ engine, files, library }) =>
			!library || (engine === 'web-llm' && files.some(({ path }) => path === library)),
		'the library is not among the files, or not for this engine',
	),
);

/** A name from outside, as one line: no control characters, none that turn the writing direction. */
const Line = v.pipe(
	v.string(),
	v.minLength(1),
	v.maxLength(200),
	v.regex(/^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+$/),
);

const LanguageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));

/** What SPDX writes where nothing is known. */
export const NOT_STATED = 'NOASSERTION';

/** The shape of a manifest, for records that hold one. */
export const Manifest = v.strictObject({
	schema: v.literal(1),
	id: PackId,
	/** A proper name: not translated. */
	name: v.pipe(Line, v.maxLength(80)),
	/** `embed`: turns texts into vectors, by which like meanings are found. */
	tasks: v.array(v.picklist(['chat', 'embed'])),
	/** BCP 47 tags of the languages that it truly serves. */
	languages: v.pipe(v.array(LanguageTag), v.maxLength(200)),
	license: v.strictObject({ spdx: Line, holder: Line }),
	source: v.strictObject({ name: Line, revision: Line }),
	/** The repository on a model hub, and its commit, that has the files under their paths. */
	hub: v.optional(
		v.strictObject({
			repository: v.pipe(
				v.string(),
				v.maxLength(200),
				v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/),
			),
			revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
		}),
	),
	/** Number of weights. */
	parameters: Count,
	quantization: Line,
	/** Tokens of prompt and answer together. */
	contextWindow: Count,
	fileSets: v.pipe(v.array(FileSet), v.minLength(1)),
});

export type PackFile = v.InferOutput<typeof PackFile>;
export type FileSet = v.InferOutput<typeof FileSet>;
/** Describes a model pack: what it is, and each file by length and digest. Nothing else is trusted. */
export type PackManifest = v.InferOutput<typeof Manifest>;
export type PackEngine = FileSet['engine'];

/** Whether a file of a pack may have this path. */
export function isFilePath(path: string): boolean {
	return v.is(RelativePath, path);
}

/** Checks a manifest from outside. Throws `invalid-input`, naming the first field that is wrong. */
export function parseManifest(value: unknown): PackManifest {
	const result = v.safeParse(Manifest, value);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw new AppError('invalid-input', `manifest: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** The pack's file set for `engine`. Throws `unsupported` where it has none. */
export function fileSetFor(manifest: PackManifest, engine: PackEngine): FileSet {
	const set = manifest.fileSets.find((candidate) => candidate.engine === engine);
	if (!set) throw new AppError('unsupported', `${manifest.id} has no files for ${engine}`);
	return set;
}

/** The compiled library that the set brings along; undefined where one that ships with the app runs. */
export function libraryOf({ files, library }: FileSet): PackFile | undefined {
	return files.find(({ path }) => path === library);
}

/** The set's files, one for each digest. */
export function distinctFiles(set: FileSet): PackFile[] {
	return [...new Map(set.files.map((file) => [file.sha256, file])).values()];
}

/** Bytes of the set's files, each digest counted once. */
export function bytesOf(set: FileSet): number {
	return distinctFiles(set).reduce((sum, { bytes }) => sum + bytes, 0);
}
