import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	lead: 'Un seul fichier avec vos conversations et tout ce que vous avez fait ici. Seuls les modèles n’y sont pas\u00a0: ils peuvent être téléchargés de nouveau.',
	last: ({ date }) => `Dernière sauvegarde\u00a0: ${date}.`,
	never: 'Aucune sauvegarde n’a encore été enregistrée.',
	go: 'Enregistrer ou restaurer une sauvegarde',

	save: 'Enregistrer une sauvegarde',
	protection: 'Protection du fichier',
	locked: 'Avec une phrase de passe',
	open: 'Sans',
	lockedText:
		'Sans la phrase de passe, personne ne peut lire le fichier, et personne ne peut la retrouver. Le mieux\u00a0: plusieurs mots que vous seul connaissez. Gardez-les par écrit en lieu sûr.',
	openText: 'Quiconque obtient le fichier peut tout y lire.',
	passphrase: 'Phrase de passe',
	repeat: 'La phrase de passe encore une fois',
	show: 'Montrer ce qui est écrit',
	different: 'Les deux ne sont pas identiques.',
	write: 'Enregistrer la sauvegarde',
	writing: 'Écriture de la sauvegarde',
	written: ({ bytes }) => `${format.bytes(bytes)} jusqu’ici`,
	saved: ({ file }) => `«\u00a0${file}\u00a0» est enregistré.`,
	savedNext:
		'Gardez-le là où la perte de cet appareil ne l’atteint pas\u00a0: sur un autre, ou sur une clé USB.',

	restore: 'Restaurer une sauvegarde',
	restoreText:
		'Choisissez une sauvegarde faite par Quern. Vous voyez ce qu’elle contient avant que rien ne change.',
	choose: 'Choisir une sauvegarde',
	isLocked: 'Cette sauvegarde est sous phrase de passe.',
	openIt: 'Ouvrir',
	opening: 'Lecture et vérification de la sauvegarde',
	from: ({ moment }) => `Sauvegarde du ${moment}`,
	stores: {
		conversations: 'Nombre de conversations',
		messages: 'Nombre de messages',
		projects: 'Projets',
		assistants: 'Assistants enregistrés',
		prompts: 'Consignes',
		drafts: 'Brouillons',
		attachments: 'Pièces jointes',
		measurements: 'Mesures',
		ledger: 'Requêtes au registre',
		trustedLibraries: 'Programmes de confiance',
	},
	unreadable: ({ count }) =>
		plural(count, {
			one: '# élément est illisible et n’est pas repris.',
			other: '# éléments sont illisibles et ne sont pas repris.',
		}),
	how: 'Que devient ce qui est ici',
	merge: 'Le garder et le compléter',
	replace: 'Le remplacer',
	added: ({ count }) =>
		plural(count, { one: '# élément est ajouté.', other: '# éléments sont ajoutés.' }),
	changed: ({ count }) =>
		plural(count, {
			one: '# élément d’ici, plus ancien, devient celui de la sauvegarde.',
			other: '# éléments d’ici, plus anciens, deviennent ceux de la sauvegarde.',
		}),
	copied: ({ count }) =>
		plural(count, {
			one: '# élément diffère ici et là. Les deux sont gardés.',
			other: '# éléments diffèrent ici et là. Les deux sont gardés.',
		}),
	stays: ({ count }) =>
		plural(count, {
			one: '# élément d’ici, plus récent, reste tel quel.',
			other: '# éléments d’ici, plus récents, restent tels quels.',
		}),
	nothingNew: 'Tout ce qu’elle contient est déjà ici.',
	removed: ({ count }) =>
		plural(count, {
			one: '# élément qui n’est qu’ici est supprimé.',
			other: '# éléments qui ne sont qu’ici sont supprimés.',
		}),
	setBack: ({ count }) =>
		plural(count, {
			one: '# élément plus récent ici revient en arrière.',
			other: '# éléments plus récents ici reviennent en arrière.',
		}),
	trust: 'Reprendre aussi les programmes et adresses de confiance',
	trustText:
		'Ne cochez ceci que pour une sauvegarde faite par vous-même\u00a0: elle décide de ce qui peut s’exécuter ici et d’où viennent les modèles.',
	begin: 'Restaurer',
	beginReplace: 'Tout remplacer',
	restoring: 'Restauration de la sauvegarde',
	restored: 'La sauvegarde est restaurée.',
	restoredText: 'Tant que vous ne quittez pas cette page, cela peut être annulé.',
	undone: 'Tout est comme avant.',
	seeConversations: 'Voir les conversations',
} satisfies Messages['backup'];
