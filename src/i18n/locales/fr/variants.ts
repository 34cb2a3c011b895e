import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
	variants: 'Variantes',
	before: 'Variante précédente',
	after: 'Variante suivante',
	place: (p) => `${format.number(p.number)} sur ${format.number(p.count)}`,
	edit: 'Modifier et renvoyer',
	wording: 'Votre message',
	editExplained: 'Le message et la réponse d’avant restent, à portée d’un geste.',
	fork: 'Nouvelle conversation à partir d’ici',
	forkOf: (p) => `${p.title} (2)`,
	questionOptions: 'Que faire de votre message',
	answerOptions: 'Que faire de la réponse',
} satisfies Messages['variants'];
