import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	title: 'D’autres modèles',
	lead: ({ language }) =>
		`Choisis selon ce que peut cet appareil, et pour cette langue\u00a0: ${language}.`,
	none: 'Cet appareil ne peut faire tourner aucun autre modèle que Quern connaît.',
	starterFirst:
		'Sur cet appareil et avec cette connexion, mieux vaut commencer par le modèle de départ.',
	languageNone: ({ language }) =>
		`Aucun modèle qui tourne ici ne maîtrise cette langue\u00a0: ${language}. Ceux-ci s’en approchent le plus.`,
	purposes: { quick: 'Rapide', balanced: 'Équilibré', best: 'Le meilleur' },
	purposeTexts: {
		quick: 'Petit et rapide, pour les choses simples.',
		balanced: 'Pour écrire et s’informer au quotidien.',
		best: 'Le plus capable que cet appareil fasse tourner.',
	},
	recommended: 'Recommandé',
	onDevice: 'Sur cet appareil',
	all: ({ count }) => plural(count, { one: 'Le seul modèle', other: 'Tous les modèles (#)' }),
	filterLanguage: 'Langue',
	anyLanguage: 'Toutes',
	filterFit: 'Seulement ce qui tourne ici',
	noneLeft: 'Il ne reste aucun modèle. Choisissez une autre langue, ou affichez tout.',
	about: ({ bytes }) => `Environ ${format.bytes(bytes)}`,
	verdicts: {
		fits: 'Convient à cet appareil',
		tight: 'Juste pour cet appareil',
		'will-not-fit': 'Ne tournera pas sur cet appareil',
	},
	reasons: {
		'no-webgpu': 'Ce navigateur ne donne pas accès à la puce graphique (pas de WebGPU).',
		'no-adapter': 'Le navigateur n’a trouvé aucune puce graphique utilisable.',
		'no-f16':
			'Il lui faut une puce graphique qui calcule en demi-précision (f16). Celle-ci ne le fait pas.',
		'gpu-limits': 'La puce graphique n’admet pas assez à la fois pour lui.',
		'gpu-buffer': ({ needed, limit }) =>
			`Il lui faut ${format.bytes(needed)} d’un seul tenant. La puce graphique en admet ${format.bytes(limit)}.`,
		'tab-memory': ({ needed, limit }) =>
			`Il occupe environ ${format.bytes(needed)} de mémoire. Cet appareil ferme les pages qui en occupent plus d’environ ${format.bytes(limit)}.`,
		memory: ({ needed, limit }) =>
			`Il occupe environ ${format.bytes(needed)} de mémoire. Une page dispose ici d’environ ${format.bytes(limit)}.`,
		'memory-unknown': ({ needed }) =>
			`Il occupe environ ${format.bytes(needed)} de mémoire. Le navigateur ne dit pas si cet appareil en a autant de libre.`,
		software:
			'La puce graphique n’est qu’imitée par le processeur. Comptez des secondes pour chaque mot.',
	},
	goodFor: 'Bon pour',
	goodForSizes: {
		tiny: 'De courts textes et des questions simples. Se trompe souvent.',
		small: 'L’écriture de tous les jours et les résumés. Se trompe sur bien des faits.',
		medium:
			'Des réponses plus longues, des explications, des ébauches. Se trompe de temps à autre.',
		large:
			'Des questions plus difficiles et de longs textes. Plus lent, et se trompe encore parfois.',
	},
	languagesBy: ({ languages, maker }) => `${format.list(languages)}, selon ${maker}`,
	weakIn: 'Faible en',
	aboutSize: ({ bytes }) => `Environ ${format.bytes(bytes)}. Le dépôt connaît la taille exacte.`,
	memory: 'Mémoire',
	memoryAbout: ({ bytes }) => `Environ ${format.bytes(bytes)} quand il tourne`,
	terms: {
		open: 'libre pour tout usage',
		llama:
			'libre sous conditions, celles de Meta, et la mention «\u00a0Built with Llama\u00a0» si vous le transmettez',
		gemma:
			'libre sous conditions, car Google interdit certains usages, et vous transmettez ces conditions avec lui',
	},
	licenceLine: ({ name, terms }) => `${name}\u00a0: ${terms}`,
	ask: ({ host }) => `Interroger ${host}`,
	askFirst: ({ host }) =>
		`Rien n’a encore été demandé. Quern demande d’abord à ${host} quels fichiers existent. Ce site apprend que cet appareil l’a demandé.`,
	asking: ({ host }) => `Question posée à ${host}…`,
	notAsked: 'Le dépôt n’a pas pu être interrogé',
	otherDownload: 'Un autre téléchargement est en cours. Celui-ci pourra commencer après.',
	filesCount: ({ count, bytes }) =>
		plural(count, {
			one: `# fichier, ${format.bytes(bytes)} (${format.number(bytes)} octets)`,
			other: `# fichiers, ${format.bytes(bytes)} (${format.number(bytes)} octets)`,
		}),
	files: 'Fichiers',
	commit: 'Version («\u00a0commit\u00a0»)',
	library: 'Code qu’il apporte (SHA-256)',
	download: ({ bytes }) => `Télécharger (${format.bytes(bytes)})`,
	trustFirst: 'Le téléchargement pourra commencer quand vous aurez décidé.',
	addTitle: 'Un modèle par son adresse',
	addText:
		'Tout modèle préparé pour WebLLM (format MLC) qui se trouve dans un dépôt. Donnez son propriétaire et son nom, ou collez son adresse.',
	addRepository: 'Propriétaire et nom',
	addLibrary: 'Adresse de sa bibliothèque compilée (.wasm)',
	addLibraryHint: 'Inutile pour les modèles ci-dessus.',
	addInvalid: 'Ce n’est pas un propriétaire et un nom. Écrivez propriétaire/nom.',
	addNotThere:
		'Aucun modèle pour WebLLM (format MLC) n’y est proposé. Vérifiez le propriétaire et le nom.',
	addLibraryInvalid: 'Ce n’est pas l’adresse d’un fichier .wasm. Elle commence par https.',
	addLibraryMissing:
		'Ce modèle n’est pas de ceux ci-dessus. Donnez aussi l’adresse de sa bibliothèque.',
} satisfies Messages['offers'];
