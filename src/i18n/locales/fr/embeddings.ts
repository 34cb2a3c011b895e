import type { Messages } from '../en.ts';

export default {
	purpose:
		'Retrouve des textes d’après leur sens. Il ne converse pas, et rien dans Quern ne s’en sert encore\u00A0: la recherche dans vos propres documents s’en servira.',
	room: 'Lit à la fois',
	offerTitle: 'Pour chercher par le sens, plus tard',
	offerText: 'Il ne comprend que l’anglais.',
} satisfies Messages['embeddings'];
