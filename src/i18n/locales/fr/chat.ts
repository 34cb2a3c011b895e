import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	title: 'Discussion',
	conversations: 'Conversations',
	newConversation: 'Nouvelle conversation',
	untitled: 'Conversation sans titre',
	none: 'Les conversations que vous commencez apparaissent ici.',
	options: 'Actions sur cette conversation',
	rename: 'Renommer',
	renameTitle: 'Renommer la conversation',
	renameLabel: 'Nom',
	renameSave: 'Enregistrer',
	removed: ({ title }) => `«\u00a0${title}\u00a0» a été supprimée.`,
	conversationsUnreadable: ({ count }) =>
		plural(count, {
			one: '# conversation est illisible. Elle est conservée telle quelle.',
			other: '# conversations sont illisibles. Elles sont conservées telles quelles.',
		}),
	messagesUnreadable: ({ count }) =>
		plural(count, {
			one: '# message est illisible. Il est conservé tel quel.',
			other: '# messages sont illisibles. Ils sont conservés tels quels.',
		}),
	messages: 'Messages',
	you: 'Vous',
	answer: 'Réponse',
	composer: 'Message',
	send: 'Envoyer',
	stop: 'Arrêter',
	answerAgain: 'Répondre autrement',
	goOn: 'Continuer',
	toNewest: 'Aller au plus récent',
	waiting: 'Lecture de votre message…',
	stopped: 'Vous avez arrêté cette réponse.',
	interrupted: 'Cette réponse a été coupée. Ce qui était écrit est conservé.',
	elsewhere: 'Cette réponse s’écrit dans un autre onglet.',
	trimmed: ({ turns }) =>
		plural(turns, {
			one: 'La plus ancienne question et sa réponse ne tenaient plus dans la mémoire du modèle et n’ont pas compté pour cette réponse.',
			other:
				'Les # plus anciennes questions et leurs réponses ne tenaient plus dans la mémoire du modèle et n’ont pas compté pour cette réponse.',
		}),
	restarted:
		'La puce graphique a lâché un instant. Le modèle a été rechargé et la réponse reprise au début.',
	outOfRoom: 'La réponse s’arrête ici\u00a0: la mémoire du modèle est pleine.',
	failed: 'La réponse a échoué',
	notSaved: 'Cette réponse n’est pas enregistrée',
	notDone: 'Cela n’a pas marché',
	useProcessor: 'Utiliser plutôt le processeur',
	loading: 'Chargement du modèle',
	preparing: 'Préparation du modèle pour cet appareil',
	mayWrite: 'Vous pouvez déjà écrire.',
	loadFailed: 'Le modèle n’a pas pu être chargé',
	busyElsewhere: 'Le modèle répond dans une autre conversation.',
	goThere: 'Y aller',
	emptyTitle: 'Posez une petite question',
	emptyTextUnknown: ({ model }) =>
		`${model} vient d’un fichier qui ne dit pas quelles langues il comprend. Il peut se tromper\u202f; vérifiez ce qui compte.`,
	emptyText: ({ model, languages }) =>
		`${model} est un petit modèle. Langue comprise\u00a0: ${format.list(languages)}. Il se trompe souvent\u202f; vérifiez ce qui compte.`,
	emptyPrivate: 'Ce que vous écrivez reste sur cet appareil.',
	starters: 'Par exemple',
	noModel: 'Aucun modèle sur cet appareil pour l’instant',
	noModelText:
		'Pour discuter, il faut un modèle. On le télécharge une fois, puis il marche sans internet.',
	getModel: 'Voir le modèle de départ',
	installing:
		'Le modèle est en route. Vous pouvez déjà écrire\u202f; l’envoi sera possible quand il sera là.',
	installPaused:
		'Le téléchargement du modèle est en pause. Vous pouvez déjà écrire\u202f; l’envoi sera possible quand il sera là.',
	seeInstall: 'Voir le téléchargement',
} satisfies Messages['chat'];
