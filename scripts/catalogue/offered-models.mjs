// What WebLLM's list does not say of the models that Quern offers. The list itself is read from the package:
// `npm run catalogue` joins both into src/packs/catalogue/hub-models.json.

/**
 * @typedef {object} OfferedModel
 * @property {string} id Quern's own name for it, kept for ever: conversations refer to it.
 * @property {string} listed What its records in WebLLM's list are called, without quantization and ending.
 * @property {string} name A proper name: not translated.
 * @property {string} maker
 * @property {{ name: string, terms: 'open' | 'llama' | 'gemma' }} licence `open` asks for no more than the notice.
 * @property {number} parameters Number of weights, shared embeddings once.
 * @property {[vocabulary: number, width: number]} embedding Its largest matrix, which must fit one GPU buffer.
 * @property {boolean} thinks Whether it was trained to think aloud before it answers.
 * @property {string[]} languages Of fa, ar, zh, fr and en, those that it serves: its maker names them, and it is
 *   large enough (below a billion weights only the maker's own first languages count).
 * @property {string[]} weakIn Those that the maker names, but in which a model this small makes many mistakes.
 * @property {string} languagesSource Where the maker says so.
 */

const apache = { name: 'Apache-2.0', terms: /** @type {const} */ ('open') };

// Names Chinese, English, French and Arabic among "over 29 languages"; not Persian.
const qwen25 = (size) => `https://huggingface.co/Qwen/Qwen2.5-${size}-Instruct`;
// Lists all 119 languages by name: English, Chinese, French, Arabic and Persian are among them.
const qwen3 = 'https://qwenlm.github.io/blog/qwen3/';

/** By size. Where two have equally many weights, the better comes later. @type {OfferedModel[]} */
export const offeredModels = [
	{
		id: 'smollm2-360m',
		listed: 'SmolLM2-360M-Instruct',
		name: 'SmolLM2 360M Instruct',
		maker: 'Hugging Face',
		licence: apache,
		parameters: 361_821_120,
		embedding: [49_152, 960],
		thinks: false,
		languages: ['en'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/HuggingFaceTB/SmolLM2-360M-Instruct',
	},
	{
		id: 'qwen2.5-0.5b',
		listed: 'Qwen2.5-0.5B-Instruct',
		name: 'Qwen2.5 0.5B Instruct',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 494_032_768,
		embedding: [151_936, 896],
		thinks: false,
		languages: ['zh', 'en'],
		weakIn: ['fr', 'ar'],
		languagesSource: qwen25('0.5B'),
	},
	{
		id: 'qwen3-0.6b',
		listed: 'Qwen3-0.6B',
		name: 'Qwen3 0.6B',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 596_049_920,
		embedding: [151_936, 1024],
		thinks: true,
		languages: ['zh', 'en'],
		weakIn: ['fr', 'ar', 'fa'],
		languagesSource: qwen3,
	},
	{
		id: 'gemma-3-1b',
		listed: 'gemma3-1b-it',
		name: 'Gemma 3 1B',
		maker: 'Google',
		licence: { name: 'Gemma Terms of Use', terms: 'gemma' },
		parameters: 999_885_952,
		embedding: [262_144, 1152],
		thinks: false,
		// The other sizes of Gemma 3 speak many languages; this one English.
		languages: ['en'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/blog/gemma3',
	},
	{
		id: 'llama-3.2-1b',
		listed: 'Llama-3.2-1B-Instruct',
		name: 'Llama 3.2 1B Instruct',
		maker: 'Meta',
		licence: { name: 'Llama 3.2 Community License', terms: 'llama' },
		parameters: 1_235_814_400,
		embedding: [128_256, 2048],
		thinks: false,
		languages: ['en', 'fr'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/meta-llama/Llama-3.2-1B-Instruct',
	},
	{
		id: 'qwen2.5-1.5b',
		listed: 'Qwen2.5-1.5B-Instruct',
		name: 'Qwen2.5 1.5B Instruct',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 1_543_714_304,
		embedding: [151_936, 1536],
		thinks: false,
		languages: ['zh', 'en', 'fr', 'ar'],
		weakIn: [],
		languagesSource: qwen25('1.5B'),
	},
	{
		id: 'qwen3-1.7b',
		listed: 'Qwen3-1.7B',
		name: 'Qwen3 1.7B',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 1_720_574_976,
		embedding: [151_936, 2048],
		thinks: true,
		languages: ['zh', 'en', 'fr', 'ar', 'fa'],
		weakIn: [],
		languagesSource: qwen3,
	},
	{
		id: 'llama-3.2-3b',
		listed: 'Llama-3.2-3B-Instruct',
		name: 'Llama 3.2 3B Instruct',
		maker: 'Meta',
		licence: { name: 'Llama 3.2 Community License', terms: 'llama' },
		parameters: 3_212_749_824,
		embedding: [128_256, 3072],
		thinks: false,
		languages: ['en', 'fr'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/meta-llama/Llama-3.2-3B-Instruct',
	},
	{
		id: 'ministral-3-3b',
		listed: 'Ministral-3-3B-Instruct-2512-BF16',
		name: 'Ministral 3 3B Instruct',
		maker: 'Mistral AI',
		licence: apache,
		parameters: 3_429_006_336,
		embedding: [131_072, 3072],
		thinks: false,
		languages: ['en', 'fr', 'zh', 'ar'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/mistralai/Ministral-3-3B-Instruct-2512',
	},
	{
		id: 'phi-4-mini',
		listed: 'Phi-4-mini-instruct',
		name: 'Phi-4 mini Instruct',
		maker: 'Microsoft',
		licence: { name: 'MIT', terms: 'open' },
		parameters: 3_836_021_760,
		embedding: [200_064, 3072],
		thinks: false,
		languages: ['en', 'ar', 'zh', 'fr'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/microsoft/Phi-4-mini-instruct',
	},
	{
		id: 'qwen3-4b',
		listed: 'Qwen3-4B',
		name: 'Qwen3 4B',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 4_022_468_096,
		embedding: [151_936, 2560],
		thinks: true,
		languages: ['zh', 'en', 'fr', 'ar', 'fa'],
		weakIn: [],
		languagesSource: qwen3,
	},
	{
		id: 'qwen2.5-7b',
		listed: 'Qwen2.5-7B-Instruct',
		name: 'Qwen2.5 7B Instruct',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 7_615_616_512,
		embedding: [152_064, 3584],
		thinks: false,
		languages: ['zh', 'en', 'fr', 'ar'],
		weakIn: [],
		languagesSource: qwen25('7B'),
	},
	{
		id: 'llama-3.1-8b',
		listed: 'Llama-3.1-8B-Instruct',
		name: 'Llama 3.1 8B Instruct',
		maker: 'Meta',
		licence: { name: 'Llama 3.1 Community License', terms: 'llama' },
		parameters: 8_030_261_248,
		embedding: [128_256, 4096],
		thinks: false,
		languages: ['en', 'fr'],
		weakIn: [],
		languagesSource: 'https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct',
	},
	{
		id: 'qwen3-8b',
		listed: 'Qwen3-8B',
		name: 'Qwen3 8B',
		maker: 'Alibaba (Qwen)',
		licence: apache,
		parameters: 8_190_735_360,
		embedding: [151_936, 4096],
		thinks: true,
		languages: ['zh', 'en', 'fr', 'ar', 'fa'],
		weakIn: [],
		languagesSource: qwen3,
	},
];
