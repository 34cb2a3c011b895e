import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fr');

export default {
	save: 'Enregistrer une sauvegarde',
	restore: 'Restaurer une sauvegarde',
	due: ({ count, date }) =>
		plural(count, {
			one: `La dernière sauvegarde date du ${date}. # message est venu depuis.`,
			other: `La dernière sauvegarde date du ${date}. # messages sont venus depuis.`,
		}),
	dueNever: 'Vos conversations ne sont que sur cet appareil, sans aucune sauvegarde.',
	later: 'Pas maintenant',
} satisfies Messages['reminder'];
