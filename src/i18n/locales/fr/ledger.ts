import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	short: 'Chaque requête que Quern a envoyée à un autre site, et pourquoi.',
	see: 'Voir la liste',
	lead: 'Quern ne s’adresse à d’autres sites que pour les modèles que vous y prenez. Chacune de ces requêtes figure ici, ainsi que celles qui n’ont pas pu sortir. La liste reste sur cet appareil.',
	empty: 'Rien n’est sorti de cet appareil',
	emptyText:
		'Quand vous téléchargerez un modèle depuis un autre site, chaque requête figurera ici.',
	site: 'Site concerné',
	allSites: 'Tous les sites',
	save: 'Enregistrer en texte',
	clear: 'Vider la liste',
	clearTitle: 'Vider la liste\u202f?',
	clearText:
		'Ses lignes sont supprimées de cet appareil. Vos modèles et vos conversations restent.',
	older: 'Afficher les plus anciennes',
	unreadable: ({ count }) =>
		plural(count, {
			one: '# ligne est illisible. Elle est conservée telle quelle.',
			other: '# lignes sont illisibles. Elles sont conservées telles quelles.',
		}),
	forFile: ({ pack, file }) => `Pour ${pack}\u00a0: ${file}`,
	forRepository: ({ repository }) => `Pour voir ce que contient ${repository}`,
	forNothing: 'Rien que vous ayez demandé',
	outcomes: {
		open: 'Fin non enregistrée',
		done: 'Terminé',
		failed: 'Échec',
		stopped: 'Arrêté',
		refused: 'N’est pas sorti',
	},
	requests: ({ count }) => plural(count, { one: '# requête', other: '# requêtes' }),
	status: ({ status }) => `état ${format.number(status)}`,
	answeredBy: ({ host }) => `réponse de ${host}`,
} satisfies Messages['ledger'];
