import * as v from 'valibot';

const Bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** One compilation of a model: its weights' repository on the hub and the library that runs them. */
const HubVariant = v.strictObject({
	/** What WebLLM's list calls it. */
	listId: v.string(),
	/** `f16` calculates in half precision and needs a GPU that can; `f32` runs on every GPU. */
	kind: v.picklist(['f16', 'f32']),
	quantization: v.string(),
	/** owner/name */
	repository: v.string(),
	libraryUrl: v.pipe(v.string(), v.url()),
	/** Tokens of prompt and answer together. */
	contextWindow: Bytes,
	/** What else WebLLM's list sets in the model's configuration. */
	overrides: v.record(v.string(), v.number()),
	/** WebGPU features that it does not run without. */
	features: v.array(v.string()),
	/** Of one GPU buffer, which must also fit one binding. */
	largestBufferBytes: Bytes,
	/** GPU memory while it runs, by WebLLM's list. */
	memoryBytes: Bytes,
	/** WebLLM's list counts it among those for devices with little. */
	lowResource: v.boolean(),
	/** Size of the download, estimated from the weights: the hub tells the exact one. */
	aboutBytes: Bytes,
});

const HubModel = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,60}$/)),
	/** A proper name: not translated. */
	name: v.string(),
	maker: v.string(),
	licence: v.strictObject({ name: v.string(), terms: v.picklist(['open', 'llama', 'gemma']) }),
	/** Number of weights. */
	parameters: Bytes,
	/** Whether it was trained to think aloud before it answers. */
	thinks: v.boolean(),
	/** BCP 47 tags of those of Quern's languages that it serves. */
	languages: v.array(v.string()),
	/** Those that its maker names but in which it makes many mistakes. */
	weakIn: v.array(v.string()),
	/** Address where the maker names them. */
	languagesSource: v.pipe(v.string(), v.url()),
	/** The faster first. */
	variants: v.pipe(v.array(HubVariant), v.minLength(1)),
});

/** hub-models.json as a whole. */
export const HubModels = v.strictObject({
	/** Package and version of the list it was read from. */
	list: v.string(),
	/** By size, and of equals the better last. */
	models: v.array(HubModel),
});

/**
 * A model that lies on a model hub, as the catalogue knows it. It is no manifest: files, digests and commit are
 * the hub's to tell, once the person lets Quern ask.
 */
export type HubModel = v.InferOutput<typeof HubModel>;
export type HubVariant = v.InferOutput<typeof HubVariant>;
