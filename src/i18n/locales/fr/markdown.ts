import type { Messages } from '../en.ts';

export default {
	code: 'Bloc de code',
	codeIn: ({ language }) => `Bloc de code, ${language}`,
	copyCode: 'Copier le code',
	table: 'Tableau',
	image: 'Image, non chargée\u00a0:',
	done: 'Fait',
	open: 'À faire',
	linkTitle: 'Ouvrir cette adresse\u202f?',
	linkLeaves: 'Elle mène hors de Quern, sur Internet. Ce site saura que cet appareil l’a ouverte.',
	linkMail: 'Votre messagerie s’ouvre avec cette adresse. Rien n’est envoyé tout seul.',
	linkSite: 'Site web\u00a0:',
	linkOpen: 'Ouvrir',
} satisfies Messages['markdown'];
