import type { Messages } from '../en.ts';

export default {
	add: 'Ajouter des fichiers texte',
	files: 'Fichiers joints au message',
	remove: (p) => `Retirer ${p.name}`,
	dropHere: 'Déposez-le pour l’ajouter au message',
	refused: {
		'too-large': (p) =>
			`${p.name} est trop long pour tous les modèles d’ici. Ajoutez la partie qui compte.`,
		picture: (p) => `${p.name} est une image. Aucun modèle installé ne voit encore les images.`,
		document: (p) =>
			`${p.name} est un document que Quern ne lit pas encore. Copiez son texte dans le message.`,
		'not-text': (p) => `${p.name} n’est pas un fichier texte que Quern peut lire.`,
		unreadable: (p) => `${p.name} n’a pas pu être lu. Choisissez-le à nouveau.`,
		'too-many': (p) =>
			`${p.name} n’a pas été ajouté\u00a0: ce message a autant de fichiers que possible.`,
	},
} satisfies Messages['attached'];
