import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	language: 'Langue',
	theme: 'Apparence',
	themes: { system: 'Selon l’appareil', light: 'Clair', dark: 'Sombre' },
	storage: 'Stockage',
	storageUsed: ({ used, free }) =>
		`Quern occupe ${format.bytes(used)} sur cet appareil. Environ ${format.bytes(free)} sont libres.`,
	storageUnknown: 'Ce navigateur n’indique pas la place occupée.',
	persistent: 'Le navigateur garde ces données jusqu’à ce que vous les supprimiez.',
	notPersistent:
		'Le navigateur peut supprimer ces données de lui-même si l’appareil manque de place.',
	models: 'Modèles',
	noModels: 'Aucun modèle n’est encore installé.',
	modelsInstalled: ({ count, bytes }) =>
		`${plural(count, { one: '# modèle installé', other: '# modèles installés' })}, ${format.bytes(bytes)}.`,
	manageModels: 'Voir les modèles',
	device: 'Cet appareil',
	deviceLooking: 'Examen des capacités de cet appareil…',
	deviceGpu: ({ name }) => `Les modèles tournent sur la puce graphique (${name}).`,
	deviceSoftwareGpu:
		'Le navigateur ne fait que simuler une puce graphique avec le processeur. Les modèles tournent, mais lentement.',
	deviceNoWebGpu:
		'Ce navigateur ne donne pas accès à une puce graphique. Les modèles tournent sur le processeur, plus lent.',
	deviceNoAdapter:
		'Aucune puce graphique utilisable n’a été trouvée. Les modèles tournent sur le processeur, plus lent.',
	deviceHalfPrecision:
		'Elle peut calculer en demi-précision, ce qui est plus rapide et prend moins de mémoire.',
	deviceNoHalfPrecision: 'Elle ne calcule qu’en pleine précision, ce qui prend plus de mémoire.',
	deviceThreads: ({ count }) =>
		plural(count, {
			one: 'Le processeur a # fil d’exécution.',
			other: 'Le processeur a # fils d’exécution.',
		}),
	deviceOneThread: ({ count }) =>
		plural(count, {
			one: 'Le processeur a # fil d’exécution.',
			other:
				'Le processeur a # fils d’exécution, mais un seul est utilisable ici. Rechargez la page une fois.',
		}),
	deviceMemory: ({ bytes }) =>
		`Le navigateur annonce environ ${format.memory(bytes)} de mémoire. Il peut y en avoir plus.`,
	deleteAll: 'Tout supprimer',
	deleteAllExplained:
		'Supprime de cet appareil toutes les conversations, tous les modèles et les réglages de Quern. Il n’en existe pas d’autre copie.',
	deleteAllTitle: 'Tout supprimer\u202f?',
	deleteAllConfirm: 'Tout supprimer',
	deleteAllDone: 'Tout a été supprimé.',
} satisfies Messages['settings'];
