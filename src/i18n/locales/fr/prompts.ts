import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type en from '../en/prompts.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	title: 'Invites',
	lead: 'Des textes qui resservent. Tapez / dans le champ de message pour en appeler une\u202f; ses blancs vous sont demandés.',
	none: 'Aucune à vous pour l’instant. Tapez / dans le champ de message pour voir les toutes prêtes.',
	create: 'Nouvelle invite',
	change: ({ name }) => `Modifier «\u00a0${name}\u00a0»`,
	remove: ({ name }) => `Supprimer «\u00a0${name}\u00a0»`,
	removed: ({ name }) => `«\u00a0${name}\u00a0» a été supprimée.`,
	name: 'Nom, tapé après /',
	text: 'Texte',
	textHint: 'Écrivez un blanc entre doubles accolades, par exemple {{langue}}.',
	blanks: ({ names }) => `Elle demande\u00a0: ${format.list(names)}`,
	save: 'Enregistrer',
	found: ({ count }) =>
		plural(count, {
			one: '# invite. Flèches pour choisir, Entrée pour la prendre.',
			other: '# invites. Flèches pour choisir, Entrée pour en prendre une.',
		}),
	ready: 'Toute prête',
	manage: 'Vos invites',
	insert: 'Insérer',
} satisfies typeof en;
