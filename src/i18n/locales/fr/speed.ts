import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	order: 'Trier par',
	lastUse: 'Dernière utilisation',
	never: 'Pas encore',
	shared: 'En commun',
	sharedWith: (p) =>
		`${format.bytes(p.bytes)} avec ${format.list(p.names)}, conservés une seule fois.`,
	nameOf: (p) => `${p.name} (${p.engine})`,
	title: 'Vitesse sur cet appareil',
	none: 'Pas encore mesurée. La première réponse un peu longue sera notée d’elle-même.',
	measure: 'Mesurer',
	measureAgain: 'Mesurer à nouveau',
	explain:
		'Le modèle est rechargé et répond à une courte question. Cela prend quelques secondes sur une puce graphique, jusqu’à une minute sur un processeur.',
	stages: {
		load: 'Chargement du modèle',
		prefill: 'Lecture de la question',
		decode: 'Rédaction de la réponse',
		memory: 'Mesure de la mémoire utilisée',
	},
	load: 'Chargement',
	seconds: (p) => plural(p.seconds, { one: '# seconde', other: '# secondes' }, 1),
	reading: 'Lecture',
	writing: 'Rédaction',
	tokensPerSecond: (p) =>
		plural(p.tokens, { one: '# jeton par seconde', other: '# jetons par seconde' }, 1),
	memory: 'Mémoire',
	memoryOfPage: (p) => `${format.bytes(p.bytes)}, sans ce qui se trouve sur la puce graphique`,
	by: { benchmark: 'Mesuré le', answer: 'Noté lors d’une réponse, le' },
	export: 'Enregistrer les mesures en texte',
	reportTitle: 'Quern\u00a0: vitesse des modèles sur cet appareil',
	storageTitle: 'Stockage',
	models: 'Modèles',
	modelsTake: (p) =>
		`${plural(p.count, { one: '# modèle', other: '# modèles' })}, ${format.bytes(p.bytes)}`,
	used: 'Quern en tout',
	notTold: 'Le navigateur ne le dit pas',
	about: (p) => `Environ ${format.bytes(p.bytes)}, selon le navigateur`,
	kept: 'Conservation',
	keptFirmly: 'Jusqu’à ce que vous le supprimiez',
	keptLoosely:
		'Jusqu’à ce que l’appareil manque de place\u00a0: le navigateur peut alors tout supprimer',
} satisfies Messages['speed'];
