import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
	libraryTitle: (p: { name: string }) => `«\u00a0${p.name}\u00a0» apporte son propre programme`,
	libraryUnknown:
		'Pour calculer sur la puce graphique, il se sert d’un programme que Quern ne connaît pas. Quern ne lance de lui-même aucun programme inconnu.',
	libraryNotImported: 'Rien n’a donc été importé.',
	libraryWaits: 'Ce modèle ne peut donc pas encore répondre.',
	libraryDecide: 'En savoir plus et décider',
	libraryWhat:
		'Sur la puce graphique, un modèle est exécuté par un petit programme compilé, sa bibliothèque. Celles qui viennent avec Quern sont connues par leur empreinte. Celle-ci n’en fait pas partie.',
	librarySees:
		'Il voit ce que vous écrivez à ce modèle et ce que le modèle répond, et il calcule sur votre puce graphique. Il tourne à l’écart de la page, sans accès au réseau, à vos fichiers ni aux autres conversations.',
	librarySource: (p: { source: string }) =>
		`Le modèle dit de lui-même qu’il vient de «\u00a0${p.source}\u00a0». Personne ne l’a vérifié.`,
	libraryDigest: 'Son empreinte (SHA-256), à comparer avec celle que publient ses auteurs\u00a0:',
	libraryAdvice: 'Ne lui faites confiance que si vous savez d’où il vient.',
	libraryRefuse: 'Ne pas l’utiliser',
	libraryTrust: 'Je fais confiance à ce programme',
	trusted: 'Programmes de confiance',
	trustedText: 'Programmes apportés par des modèles, et que vous avez autorisés.',
	trustedSince: (p: { date: string }) => `Depuis le ${p.date}`,
	takeBack: 'Retirer la confiance',
	chooseFolder: 'Importer un dossier',
	dropHere: 'Déposez-le ici pour l’importer',
	offered: (p: { name: string; bytes: number }) =>
		`«\u00a0${p.name}\u00a0» (${format.bytes(p.bytes)}) a été remis à Quern`,
	offeredText: 'Rien n’a encore été importé. Chaque fichier est vérifié avant d’être utilisé.',
	offeredAccept: 'L’importer',
	offeredDecline: 'Le laisser',
	notReceived: 'Le fichier partagé n’est pas arrivé',
	notReceivedText:
		'Il n’y a peut-être pas assez d’espace. Rien n’a changé. Vous pouvez choisir le fichier ici vous-même.',
} satisfies Messages['bring'];
