import type { Messages } from '../en.ts';

export default {
	wrap: 'Renvoyer les longues lignes à la ligne',
	saveCode: 'Enregistrer le code dans un fichier',
	copyTable: 'Copier le tableau',
	saveTable: 'Enregistrer le tableau en CSV',
	tableFile: 'tableau.csv',
	saved: ({ name }) => `Enregistré sous ${name}`,
	saveFailed:
		'Le fichier n’a pas pu être enregistré. Le texte est toujours là. Essayez un autre emplacement ou copiez-le.',
	note: ({ label }) => `Note n°\u00a0${label}`,
	backToText: ({ label }) => `Revenir au texte depuis la note ${label}`,
	formula: 'Formule',
	showPage: 'Afficher comme page',
	showDrawing: 'Afficher comme dessin',
	pageFrame: 'La page affichée',
	pageNote: 'Affichée sans ses scripts. Rien n’est téléchargé et aucun lien ne fonctionne.',
	drawing: 'Dessin',
	drawingFailed: 'Ce dessin n’est pas complet. Sa source est au-dessus.',
} satisfies Messages['reading'];
