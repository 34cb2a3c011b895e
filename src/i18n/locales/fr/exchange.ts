import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fr');

export default {
	save: 'Enregistrer des conversations',
	which: 'Lesquelles',
	all: ({ count }) =>
		plural(count, { one: 'Toutes (# conversation)', other: 'Toutes (# conversations)' }),
	kind: 'Sous quelle forme',
	kinds: {
		markdown: 'Texte (Markdown)',
		html: 'Page à lire et à imprimer',
		json: 'Pour Quern (JSON)',
	},
	kindText: {
		markdown: 'S’ouvre dans tout éditeur. Contient les variantes affichées en ce moment.',
		html: 'S’ouvre dans tout navigateur, sans réseau. Contient les variantes affichées en ce moment.',
		json: 'Contient tout, avec toutes les variantes, et peut être repris.',
	},
	write: ({ count }) =>
		plural(count, { one: 'Enregistrer # conversation', other: 'Enregistrer # conversations' }),
	saved: ({ file }) =>
		`«\u00a0${file}\u00a0» est enregistré. Quiconque obtient ce fichier peut le lire.`,
	instructions: 'Consignes',

	bring: 'Reprendre des conversations',
	bringText:
		'Depuis un fichier exporté par Quern, Open WebUI ou ChatGPT\u202f; de ChatGPT aussi le fichier zip tel quel. Vous voyez ce qu’il contient avant que rien ne change.',
	choose: 'Choisir un fichier de conversations',
	looking: 'Lecture du fichier',
	found: ({ count }) =>
		plural(count, { one: '# conversation jusqu’ici', other: '# conversations jusqu’ici' }),
	areNew: ({ count }) =>
		plural(count, {
			one: '# conversation est nouvelle.',
			other: '# conversations sont nouvelles.',
		}),
	haveMore: ({ count }) =>
		plural(count, {
			one: '# conversation est déjà ici et reçoit d’autres messages.',
			other: '# conversations sont déjà ici et reçoivent d’autres messages.',
		}),
	areHere: ({ count }) =>
		plural(count, {
			one: '# conversation est déjà ici et reste telle quelle.',
			other: '# conversations sont déjà ici et restent telles quelles.',
		}),
	unreadable: ({ count }) =>
		plural(count, {
			one: '# conversation est illisible et n’est pas reprise.',
			other: '# conversations sont illisibles et ne sont pas reprises.',
		}),
	states: {
		new: 'nouvelle',
		more: 'reçoit d’autres messages',
		here: 'déjà ici',
		unreadable: 'illisible',
	},
	messages: ({ count }) => plural(count, { one: '# message en tout', other: '# messages en tout' }),
	more: ({ count }) =>
		plural(count, { one: 'En montrer # de plus', other: 'En montrer # de plus' }),
	notTaken: 'Ceci n’est pas repris',
	without: ({ what }) => `Sans ${what}`,
	left: {
		system: ({ count }) =>
			plural(count, { one: '# consigne au modèle', other: '# consignes au modèle' }),
		images: ({ count }) => plural(count, { one: '# image', other: '# images' }),
		files: ({ count }) => plural(count, { one: '# fichier', other: '# fichiers' }),
		tools: ({ count }) =>
			plural(count, { one: '# emploi d’un outil', other: '# emplois d’outils' }),
		thinking: ({ count }) =>
			plural(count, { one: '# réflexion du modèle', other: '# réflexions du modèle' }),
		unknown: ({ count }) =>
			plural(count, { one: '# message d’un type inconnu', other: '# messages d’un type inconnu' }),
		broken: ({ count }) =>
			plural(count, {
				one: '# lien entre messages qui ne mène nulle part',
				other: '# liens entre messages qui ne mènent nulle part',
			}),
	},
	take: 'Les reprendre',
	taking: 'Reprise des conversations',
	taken: ({ count }) =>
		plural(count, {
			one: '# conversation a été reprise.',
			other: '# conversations ont été reprises.',
		}),
	see: 'Voir les conversations',
	undone: 'Ce qui avait été repris n’est plus là.',
} satisfies Messages['exchange'];
