import { Format } from '../format.ts';
import { pluralsOf } from '../plural.ts';
import type { Messages } from './en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
	app: {
		name: 'Quern',
		purpose: 'Une IA qui est à vous',
		skipToContent: 'Aller au contenu',
		places: 'Rubriques',
		notFound: 'Il n’y a rien à cette adresse',
		notFoundNext:
			'Le lien vient peut-être d’une ancienne version de Quern. Vos données n’ont pas été touchées.',
		goHome: 'Aller au début',
		updateReady: 'Une nouvelle version de Quern est prête.',
		updateNow: 'Redémarrer maintenant',
		updateLater: 'Plus tard',
		updateWaits:
			'Une nouvelle version est prête. Elle pourra démarrer quand le travail en cours sera terminé.',
		install: 'Installer Quern',
		installOffer:
			'Installez Quern sur cet appareil. Il s’ouvrira comme toute autre application, même hors ligne.',
		installLater: 'Pas maintenant',
		installOnIos:
			'Pour installer Quern\u00a0: touchez Partager, puis «\u00a0Sur l’écran d’accueil\u00a0». Il fonctionne ensuite hors ligne.',
		brokenPage: 'Cette page ne fonctionne plus',
		brokenPageNext:
			'Vos conversations et vos modèles sont conservés. Réessayez, ou allez à une autre rubrique.',
		databaseClosed: 'Quern ne peut pas ouvrir son stockage',
		databaseClosedNext:
			'Rien n’a été supprimé. Fermez les autres onglets de Quern et réessayez. En navigation privée, ouvrez une fenêtre normale. D’ici là, rien ne peut être enregistré.',
		databaseNewer:
			'Les données enregistrées viennent d’une version plus récente de Quern. Rien n’a été supprimé. Rechargez la page pour obtenir cette version.',
	},

	actions: {
		cancel: 'Annuler',
		close: 'Fermer',
		copy: 'Copier',
		copied: 'Copié',
		delete: 'Supprimer',
		deleted: 'Supprimé',
		dismiss: 'Masquer',
		more: 'Plus',
		reload: 'Recharger',
		retry: 'Réessayer',
		undo: 'Rétablir',
	},

	errors: {
		aborted: () => 'L’opération a été arrêtée. Ce qui était déjà fait est conservé.',
		unsupported: ({ reason }) =>
			reason === 'no-wasm'
				? 'Ce navigateur ne peut pas faire tourner de modèles d’IA. Vos données sont conservées. Mettez le navigateur à jour, ou ouvrez Quern dans un autre.'
				: reason === 'limits'
					? 'La puce graphique de cet appareil est trop petite pour ce modèle. Rien n’a été perdu. Choisissez un modèle plus petit, ou laissez le processeur travailler.'
					: reason === 'no-adapter' || reason === 'no-webgpu'
						? 'Ce navigateur ne donne pas accès à une puce graphique. Rien n’a été perdu. Quern peut utiliser le processeur, plus lent.'
						: 'Cet appareil ne peut pas faire cela. Rien n’a été perdu. Choisissez un autre modèle.',
		'out-of-memory': () =>
			'L’appareil n’a plus assez de mémoire. Ce qui était écrit est conservé. Fermez d’autres onglets et applications puis réessayez, ou choisissez un modèle plus petit.',
		'device-lost': () =>
			'La puce graphique ne répond plus. Votre conversation est conservée. Rechargez le modèle pour continuer.',
		offline: ({ host }) =>
			host
				? `${host} est injoignable. Ce qui est téléchargé est conservé. Quand vous réessayerez, Quern reprendra là où il s’est arrêté.`
				: 'La source est injoignable. Ce qui est téléchargé est conservé. Quand vous réessayerez, Quern reprendra là où il s’est arrêté.',
		'quota-exceeded': ({ neededBytes, freeBytes }) =>
			typeof neededBytes === 'number' && typeof freeBytes === 'number'
				? `La place manque\u00a0: il faut ${format.bytes(neededBytes)}, il reste ${format.bytes(freeBytes)}. Ce qui est enregistré est conservé. Libérez de la place et réessayez.`
				: 'La place manque sur cet appareil. Ce qui est enregistré est conservé. Libérez de la place et réessayez.',
		corrupt: ({ reason, file }) => {
			const what = file ? `Le fichier «\u00a0${file}\u00a0»` : 'Un fichier';
			if (reason === 'html')
				return `Une page web est arrivée à la place ${file ? `de «\u00a0${file}\u00a0»` : 'd’un fichier'}. Une page de connexion ou un filtre s’interpose peut-être. Rien n’en a été enregistré. Vérifiez votre connexion et réessayez.`;
			if (reason === 'truncated')
				return `${what} s’est arrêté trop tôt. La partie reçue est conservée. Réessayez pour obtenir le reste.`;
			return `${what} est abîmé et n’a pas été utilisé. Tout le reste est conservé. Réessayez pour le télécharger à nouveau.`;
		},
		untrusted: ({ file }) =>
			file
				? `«\u00a0${file}\u00a0» contient du code que Quern ne connaît pas\u202f; il n’a donc pas été exécuté. Rien n’a changé. Utilisez un modèle d’une source à laquelle vous faites confiance.`
				: 'Il y a là du code que Quern ne connaît pas\u202f; il n’a donc pas été exécuté. Rien n’a changé. Utilisez un modèle d’une source à laquelle vous faites confiance.',
		'invalid-input': ({ file }) =>
			file
				? `«\u00a0${file}\u00a0» n’a pas pu être lu. Rien n’a changé. Vérifiez que c’est le bon type de fichier.`
				: 'Cela n’a pas pu être lu. Rien n’a changé. Vérifiez et réessayez.',
		busy: () =>
			'Un autre travail est encore en cours, ici ou dans un autre onglet. Il continue sans être dérangé. Attendez-le ou arrêtez-le, puis réessayez.',
		internal: () =>
			'Une erreur s’est produite dans Quern. Ce qui est enregistré est conservé. Réessayez\u202f; si cela persiste, rechargez la page.',
	},

	chat: {
		title: 'Discussion',
	},

	models: {
		title: 'Modèles',
	},

	settings: {
		title: 'Réglages',
		language: 'Langue',
		theme: 'Apparence',
		themes: { system: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
		storage: 'Stockage',
		storageUsed: ({ used, free }) =>
			`Quern occupe ${format.bytes(used)} sur cet appareil. Environ ${format.bytes(free)} sont libres.`,
		storageUnknown: 'Ce navigateur n’indique pas la place occupée.',
		persistent: 'Le navigateur garde ces données jusqu’à ce que vous les supprimiez.',
		notPersistent:
			'Le navigateur peut supprimer ces données de lui-même si l’appareil manque de place.',
		askToKeep: 'Demander au navigateur de les garder',
		persistRefused:
			'Le navigateur n’a pas accepté pour l’instant. Tout fonctionne quand même. Installer Quern, ou l’utiliser souvent, change en général sa réponse.',
		models: 'Modèles',
		noModels: 'Aucun modèle n’est encore installé.',
		modelsInstalled: ({ count, bytes }) =>
			`${plural(count, { one: '# modèle installé', other: '# modèles installés' })}, ${format.bytes(bytes)}.`,
		manageModels: 'Voir les modèles',
		device: 'Cet appareil',
		deviceLooking: 'Examen de ce que cet appareil peut faire…',
		deleteAll: 'Tout supprimer',
		deleteAllExplained:
			'Supprime de cet appareil toutes les conversations, tous les modèles et les réglages de Quern. Il n’en existe pas d’autre copie.',
		deleteAllTitle: 'Tout supprimer\u202f?',
		deleteAllConfirm: 'Tout supprimer',
		deleteAllDone: 'Tout a été supprimé.',
	},

	about: {
		title: 'À propos',
		lead: 'Quern fait tourner des modèles d’IA sur votre propre appareil. Un modèle est téléchargé une fois\u202f; ensuite, ni réseau, ni compte, ni serveur.',
		nameOrigin:
			'«\u00a0Quern\u00a0» est le nom anglais du moulin à bras que les familles gardaient quand le seigneur voulait que tous paient au sien.',
		isNot: 'Ce qu’il n’est pas',
		isNotText:
			'Les modèles sont petits. Ils se trompent souvent, avec assurance. Ne vous y fiez pas pour des décisions médicales, juridiques ou financières.',
		promises: 'Ce qu’il promet',
		promiseLocal: 'Ce que vous écrivez reste sur cet appareil. Aucun serveur ne peut le lire.',
		promiseNetwork:
			'Quern ne demande au réseau que ses propres fichiers et les modèles que vous téléchargez.',
		promiseCount: 'Ni statistiques, ni publicité, ni compte.',
		promiseVerify: 'Chaque fichier téléchargé est vérifié avant d’être utilisé.',
		licences: 'Licences',
		licenceQuern: 'Quern est un logiciel libre sous licence Apache License 2.0.',
		licenceModel:
			'Le modèle de départ, SmolLM2-135M-Instruct de Hugging Face, est sous licence Apache License 2.0.',
		licenceFont: 'La police Vazirmatn est sous licence SIL Open Font License 1.1.',
		licenceLibraries: 'Quern est construit avec ces bibliothèques\u00a0:',
		version: ({ version }) => `Version ${version}`,
	},
} satisfies Messages;
