import { pluralsOf } from '../../plural.ts';
import type en from '../en/search.ts';

const plural = pluralsOf('fr');

export default {
	title: 'Recherche',
	open: 'Rechercher',
	label: 'Mots à chercher',
	hint: 'La recherche porte sur tous les messages de cet appareil. Tous les mots doivent y être, dans n’importe quel ordre\u202f; ce qui est entre guillemets, tel quel.',
	results: 'Résultats',
	found: (p) => plural(p.count, { one: '# résultat', other: '# résultats' }),
	none: 'Rien trouvé',
	noneNext: 'Essayez avec moins de mots, ou une autre orthographe.',
	partial: 'Vos conversations sont encore en cours de lecture\u00a0: il y en a peut-être d’autres.',
	more: (p) => plural(p.count, { one: '# autre message ici', other: '# autres messages ici' }),
	limited: 'Seuls les premiers sont affichés. Ajoutez un mot pour en réduire le nombre.',
	gone: 'Ce message n’existe plus.',
} satisfies typeof en;
