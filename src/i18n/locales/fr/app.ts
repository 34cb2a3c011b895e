import type { Messages } from '../en.ts';

export default {
	name: 'Quern',
	purpose: 'Une IA qui est à vous',
	skipToContent: 'Aller au contenu',
	places: 'Rubriques',
	notFound: 'Il n’y a rien à cette adresse',
	notFoundNext:
		'Le lien vient peut-être d’une ancienne version de Quern. Vos données n’ont pas été touchées.',
	goHome: 'Aller à l’accueil',
	updateReady: 'Une nouvelle version de Quern est prête.',
	updateNow: 'Redémarrer maintenant',
	updateLater: 'Plus tard',
	updateWaits:
		'Une nouvelle version est prête. Elle pourra démarrer quand le travail en cours sera terminé.',
	install: 'Installer',
	installOffer: 'Gardez Quern sur cet appareil, comme une application.',
	installLater: 'Pas maintenant',
	installOnIos: 'Pour installer Quern, touchez Partager, puis «\u00a0Sur l’écran d’accueil\u00a0».',
	brokenPage: 'Cette page ne fonctionne plus',
	brokenPageNext:
		'Vos conversations et vos modèles sont conservés. Réessayez, ou allez à une autre rubrique.',
	databaseClosed: 'Quern ne peut pas ouvrir son stockage',
	databaseClosedNext:
		'Rien n’a été supprimé. Fermez les autres onglets de Quern et réessayez. En navigation privée, ouvrez une fenêtre normale. D’ici là, rien ne peut être enregistré.',
	databaseNewer:
		'Les données enregistrées viennent d’une version plus récente de Quern. Rien n’a été supprimé. Rechargez la page pour obtenir cette version.',
} satisfies Messages['app'];
