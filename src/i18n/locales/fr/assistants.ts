import { pluralsOf } from '../../plural.ts';
import type en from '../en/assistants.ts';

const plural = pluralsOf('fr');

export default {
	title: 'Assistants',
	lead: 'Quelqu’un à qui demander, avec ses propres consignes. Tout ce qui les concerne reste sur cet appareil.',
	own: 'Les vôtres',
	none: 'Aucun pour l’instant. Prenez-en un tout prêt ci-dessous, ou écrivez le vôtre.',
	ready: 'Tout prêts',
	readyLead:
		'Dans la langue de l’application. Ce que vous prenez devient le vôtre, et vous pouvez le modifier.',
	start: 'Commencer',
	adapt: ({ name }) => `Prendre «\u00a0${name}\u00a0» et le modifier`,
	create: 'Nouvel assistant',
	edit: ({ name }) => `Modifier «\u00a0${name}\u00a0»`,
	change: 'Modifier',
	duplicate: 'Dupliquer',
	copyOf: ({ name }) => `${name} (copie)`,
	options: ({ name }) => `Options pour ${name}`,
	removed: ({ name }) => `«\u00a0${name}\u00a0» a été supprimé.`,
	unreadable: ({ count }) =>
		plural(count, {
			one: '# entrée est illisible. Elle est conservée telle quelle.',
			other: '# entrées sont illisibles. Elles sont conservées telles quelles.',
		}),
	notDone: 'Cela n’a pas été fait',
	gone: 'Cet assistant n’existe plus.',
	name: 'Nom',
	picture: 'Image',
	letter: 'Première lettre',
	ownImage: 'Utiliser une image à vous',
	imageHint: 'L’image est réduite et gardée dans l’assistant. Rien n’est chargé d’ailleurs.',
	imageRefused:
		'Le navigateur ne peut pas lire ce fichier comme une image. Choisissez-en un autre.',
	color: 'Couleur',
	instructions: 'Consignes',
	instructionsHint:
		'Ce qui est dit au modèle avant chaque conversation. Des phrases courtes et simples marchent le mieux.',
	starters: 'Premières questions',
	startersHint: ({ count }) =>
		`Proposées dans une nouvelle conversation. Une par ligne, ${count} au plus.`,
	model: 'Modèle',
	anyModel: 'Celui en service',
	modelMissing:
		'Le modèle choisi n’est pas sur cet appareil. En attendant, celui en service répond.',
	save: 'Enregistrer',
	file: 'En fichier',
	fileLead:
		'Vos assistants et vos invites dans un fichier, pour un autre appareil ou une autre personne. Les conversations n’y sont pas.',
	saveFile: 'Enregistrer en fichier',
	openFile: 'Ouvrir un fichier',
	opened: ({ assistants, prompts }) =>
		`Ajouts\u00a0: ${plural(assistants, { one: '# assistant', other: '# assistants' })} et ${plural(prompts, { one: '# invite', other: '# invites' })}.`,
	who: 'Qui répond',
	itself: 'Le modèle lui-même',
	all: 'Tous les assistants',
	withName: ({ name }) => `Avec ${name}`,
	colors: {
		ochre: 'Ocre',
		moss: 'Mousse',
		slate: 'Ardoise',
		clay: 'Argile',
		plum: 'Prune',
		stone: 'Pierre',
	},
	icons: {
		bot: 'Robot',
		'book-open': 'Livre',
		briefcase: 'Mallette',
		'clipboard-list': 'Bloc à pince',
		code: 'Code',
		'file-text': 'Page',
		globe: 'Globe',
		'graduation-cap': 'Coiffe de diplômé',
		heart: 'Cœur',
		landmark: 'Bâtiment public',
		languages: 'Langues',
		lightbulb: 'Ampoule',
		mail: 'Lettre',
		megaphone: 'Mégaphone',
		'message-reply': 'Réponse',
		'pen-line': 'Stylo',
		sprout: 'Pousse',
		utensils: 'Couverts',
	},
} satisfies typeof en;
