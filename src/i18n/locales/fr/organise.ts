import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fr');

export default {
	pin: 'Épingler en haut',
	unpin: 'Désépingler',
	archive: 'Mettre aux archives',
	unarchive: 'Sortir des archives',
	move: 'Placer dans un projet',
	archived: (p: { title: string }) => `«\u00a0${p.title}\u00a0» est aux archives.`,
	toArchive: (p: { count: number }) =>
		plural(p.count, { one: 'Archives (#)', other: 'Archives (#)' }),
	archiveTitle: 'Archives',
	archiveEmpty: 'Les archives sont vides.',
	back: 'Revenir aux conversations',
	isArchived: 'Aux archives',

	pinned: 'Épinglées',
	today: 'Aujourd’hui',
	yesterday: 'Hier',
	earlier: 'Plus tôt',

	newProject: 'Nouveau projet',
	editProject: 'Modifier le projet',
	projectName: 'Nom du projet',
	instructions: 'Consignes',
	instructionsHint: 'Le modèle les lit avant chaque conversation de ce projet.',
	model: 'Modèle',
	usualModel: 'Celui qui répond ailleurs',
	missingModel: 'Un modèle absent de cet appareil',
	save: 'Enregistrer',
	create: 'Créer',
	projectOptions: (p: { name: string }) => `Que faire du projet «\u00a0${p.name}\u00a0»`,
	newInProject: 'Nouvelle conversation dedans',
	edit: 'Modifier',
	projectRemoved: (p: { name: string }) =>
		`Le projet «\u00a0${p.name}\u00a0» a été supprimé. Ses conversations sont conservées.`,
	projectsUnreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# projet ne peut pas être lu. Il est conservé tel quel.',
			other: '# projets ne peuvent pas être lus. Ils sont conservés tels quels.',
		}),
	moveTitle: 'À quel projet appartient-elle\u202f?',
	noProject: 'Aucun',
	projectEmpty: 'Aucune conversation dans ce projet.',

	removedElsewhere: 'Cette conversation a été supprimée dans un autre onglet',
	removedElsewhereText:
		'Ce que vous voyez est encore sur cette page. Vous pouvez la faire revenir.',
	bringBack: 'La faire revenir',
	otherDraft: 'Dans un autre onglet, vous avez écrit autre chose ici\u00a0:',
	takeOther: 'Prendre ce texte',
	keepThis: 'Garder celui-ci',

	titles: 'Noms des conversations',
	modelTitles: 'Laisser le modèle nommer une conversation après sa première réponse',
	modelTitlesText:
		'Cela occupe l’appareil quelques secondes. Un nom que vous donnez n’est jamais changé.',
} satisfies Messages['organise'];
