import { Format } from '../../format.ts';
import type en from '../en/parameters.ts';

const format = new Format('fr');

export default {
	title: 'Façon de répondre',
	forConversation:
		'Pour cette conversation seulement. Ce que vous laissez tel quel suit son assistant, puis les réglages.',
	forAll: 'Pour toutes les conversations',
	forAllExplained:
		'Ce qui vaut dans chaque conversation, sauf si elle ou son assistant en décide autrement.',
	change: 'Modifier la façon de répondre',
	unchosen: 'Tel quel',
	creativity: 'Créativité',
	creativityEffect:
		'La liberté dans le choix des mots. Exacte pour les faits et les chiffres, libre pour les histoires et les idées.',
	exact: 'Exacte',
	balanced: 'Équilibrée',
	free: 'Libre',
	wild: 'Très libre',
	length: 'Longueur',
	lengthEffect:
		'Jusqu’où une réponse peut aller avant d’être coupée. Un jeton fait environ trois quarts de mot.',
	short: 'Courte',
	medium: 'Moyenne',
	long: 'Longue',
	repetition: 'Répétition',
	repetitionEffect:
		'Retient le modèle de reprendre les mots déjà employés. Sinon, les petits modèles tournent en rond.',
	allowed: 'Permise',
	less: 'Réduite',
	least: 'La moindre possible',
	room: 'Place',
	roomEffect:
		'La part de la conversation que le modèle relit pour chaque réponse. Moins, c’est plus rapide sur un appareil lent, mais il oublie plus tôt le début.',
	stop: 'Mots d’arrêt',
	stopEffect: 'La réponse s’arrête là où l’un d’eux viendrait. Un par ligne.',
	stopPlaceholder: 'Par exemple\u00a0: FIN',
	figures: 'En chiffres',
	seedEffect:
		'Avec une graine et un peu de créativité, la même question reçoit de nouveau la même réponse sur le même appareil.',
	seed: 'Graine',
	temperature: 'Créativité (température)',
	topP: 'Part des mots probables (top-p)',
	penalty: 'Pénalité de répétition',
	maxTokens: 'Longueur en jetons',
	roomTokens: 'Place en jetons',
	reset: 'Revenir aux valeurs par défaut',
	tokens: ({ count }) => `${format.number(count)}\u00a0jetons`,
} satisfies typeof en;
