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
		goHome: 'Aller à l’accueil',
		updateReady: 'Une nouvelle version de Quern est prête.',
		updateNow: 'Redémarrer maintenant',
		updateLater: 'Plus tard',
		updateWaits:
			'Une nouvelle version est prête. Elle pourra démarrer quand le travail en cours sera terminé.',
		install: 'Installer',
		installOffer: 'Gardez Quern sur cet appareil, comme une application.',
		installLater: 'Pas maintenant',
		installOnIos:
			'Pour installer Quern, touchez Partager, puis «\u00a0Sur l’écran d’accueil\u00a0».',
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
		copyFailed:
			'Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le vous-même.',
		delete: 'Supprimer',
		deleted: 'Supprimé',
		dismiss: 'Masquer',
		more: 'Plus',
		reload: 'Recharger',
		retry: 'Réessayer',
		undo: 'Annuler',
	},

	errors: {
		aborted: () => 'L’opération a été arrêtée. Ce qui était déjà fait est conservé.',
		unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
			if (reason === 'no-own-copy')
				return 'La partie hors ligne de Quern ne tourne pas dans cette fenêtre\u202f; on ne peut donc pas l’emporter d’ici. Rien n’a changé. Rechargez la page, ou utilisez une fenêtre normale plutôt que privée.';
			if (reason === 'no-webrtc')
				return 'Ce navigateur ne sait pas se connecter à un appareil proche. Rien n’a changé. Mettez-le à jour, ou transmettez le modèle dans un fichier.';
			if (reason === 'newer-code')
				return 'Ce code vient d’une version plus récente de Quern. Rien n’a changé. Mettez Quern à jour sur cet appareil, ou transmettez le modèle dans un fichier.';
			if (reason === 'library-mismatch')
				return 'Le programme de ce dossier a été fait pour un autre modèle\u00a0: il ne lit pas les poids qui se trouvent à côté de lui. Rien n’a changé. Prenez les deux au même endroit.';
			if (reason === 'missing-part')
				return `«\u00a0${part}\u00a0» manque, et sans lui ce modèle ne peut pas fonctionner. Rien n’a changé. Procurez-vous le dossier entier, puis réessayez.`;
			if (reason === 'no-matching-library')
				return `Aucun programme ne convient à ce modèle (de type «\u00a0${kind}\u00a0», empaqueté en «\u00a0${quantization}\u00a0»). Pour fonctionner sur la puce graphique, il lui faut une bibliothèque compilée, un fichier .wasm. Rien n’a changé. Mettez-la dans le dossier, ou cherchez le même modèle en fichier GGUF.`;
			if (reason === 'no-library')
				return 'Ce fichier est prévu pour une puce graphique, et cet appareil n’en a pas qui convienne. Rien n’a changé. Demandez le même modèle pour le processeur, ou choisissez-en un autre.';
			if (reason === 'no-chat-template')
				return 'Ce modèle n’est pas fait pour la conversation\u00a0: son fichier n’a pas de modèle de dialogue (chat template). Rien n’a changé. Cherchez une variante «\u00a0instruct\u00a0» ou «\u00a0chat\u00a0».';
			if (reason === 'split-file')
				return 'Ce fichier n’est qu’une partie d’un modèle découpé. Quern a besoin du modèle entier. Rien n’a changé. Cherchez le même modèle en un seul fichier.';
			if (reason === 'too-large')
				return `Ce modèle est trop grand\u00a0: il occupe ${format.bytes(Number(bytes))}, et le navigateur ne peut en tenir que ${format.bytes(Number(limitBytes))}. Rien n’a changé. Choisissez-en un plus petit, ou avec moins de bits par poids.`;
			if (reason === 'unknown-architecture')
				return `Quern ne sait pas faire tourner les modèles du type «\u00a0${architecture}\u00a0». Rien n’a changé. Choisissez un autre modèle.`;
			return reason === 'no-wasm'
				? 'Ce navigateur ne peut pas faire tourner de modèles d’IA. Vos données sont conservées. Mettez le navigateur à jour, ou ouvrez Quern dans un autre.'
				: reason === 'newer-version'
					? 'Les données enregistrées viennent d’une version plus récente de Quern. Rien n’a été supprimé. Rechargez la page pour obtenir cette version.'
					: reason === 'limits'
						? 'La puce graphique de cet appareil est trop petite pour ce modèle. Rien n’a été perdu. Choisissez un modèle plus petit, ou laissez le processeur travailler.'
						: reason === 'no-adapter' || reason === 'no-webgpu'
							? 'Ce navigateur ne donne pas accès à une puce graphique. Rien n’a été perdu. Quern peut utiliser le processeur, plus lent.'
							: 'Cet appareil ne peut pas faire cela. Rien n’a été perdu. Choisissez un autre modèle.';
		},
		'out-of-memory': ({ reason }) =>
			reason === 'page-ended'
				? 'Au dernier chargement de ce modèle, le navigateur a mis fin à la page, sans doute faute de mémoire. Rien n’est perdu. Fermez d’autres onglets et applications puis réessayez, laissez moins de place à la conversation, ou choisissez un modèle plus petit.'
				: 'L’appareil n’a plus assez de mémoire. Ce qui était écrit est conservé. Fermez d’autres onglets et applications puis réessayez, ou choisissez un modèle plus petit.',
		'device-lost': ({ reason }) =>
			reason === 'tab-ended'
				? 'L’onglet qui gardait le modèle a été fermé ou arrêté. Votre conversation est conservée. Réessayez\u00a0: le modèle sera chargé ici.'
				: 'La puce graphique ne répond plus. Votre conversation est conservée. Rechargez le modèle pour continuer.',
		offline: ({ reason, host }) => {
			if (reason === 'own-file')
				return 'Une partie de Quern lui-même n’est pas sur cet appareil et ne peut pas être récupérée maintenant. Rien n’a été écrit. Connectez-vous une fois au site d’où vient Quern, puis réessayez.';
			if (reason === 'peer')
				return 'L’autre appareil a mis fin à la connexion, ou il est hors de portée. Ce qui est arrivé est conservé. Reconnectez-vous avec de nouveaux codes\u202f; le transfert reprendra là où il s’est arrêté.';
			if (reason === 'no-network')
				return 'Cet appareil n’est dans aucun réseau. Rien n’a changé. Connectez les deux appareils au même Wi-Fi, ou l’un au point d’accès de l’autre\u202f; pas besoin d’internet. Puis réessayez.';
			if (reason === 'captive-portal')
				return 'Une page web est arrivée à la place des fichiers du modèle. Une page de connexion ou un filtre s’interpose peut-être. Rien n’en a été enregistré. Ouvrez n’importe quel site pour voir ce qui demande une connexion, puis réessayez.';
			if (reason === 'no-gate')
				return 'Depuis cette page, Quern ne peut pas encore joindre d’autres sites. Ce qui est téléchargé est conservé. Rechargez la page puis réessayez\u202f; en navigation privée, passez par une fenêtre normale.';
			if (reason === 'gate-closed')
				return 'Ce site empêche Quern d’en joindre d’autres. Ce qui est téléchargé est conservé. Demandez à la personne qui le gère d’envoyer «\u00a0sw.js\u00a0» sans politique de sécurité (CSP).';
			if (reason === 'unreadable')
				return `${host ?? 'La source'} répond, mais Quern n’a pas le droit de lire la réponse\u00a0: un filtre s’interpose peut-être, ou les applications web n’y ont pas accès. Ce qui est téléchargé est conservé. Essayez une autre adresse.`;
			if (reason === 'missing' && host)
				return `${host} n’a pas les fichiers de ce modèle. Ce qui est téléchargé est conservé. Essayez une autre adresse, ou choisissez un autre modèle.`;
			if (reason === 'refused' && host)
				return `${host} ne donne pas les fichiers de ce modèle\u202f; un compte est peut-être exigé. Ce qui est téléchargé est conservé. Essayez une autre adresse, ou choisissez un autre modèle.`;
			if (reason === 'missing')
				return 'Les fichiers du modèle ne sont pas à leur place. Ce qui est téléchargé est conservé. Réessayez plus tard, ou demandez à la personne qui gère ce site.';
			if (reason === 'refused')
				return 'Le serveur ne donne pas les fichiers du modèle. Ce qui est téléchargé est conservé. Réessayez plus tard, ou demandez à la personne qui gère ce site.';
			return host
				? `${host} est injoignable. Ce qui est téléchargé est conservé. Quand vous réessayerez, Quern reprendra là où il s’est arrêté.`
				: 'La source est injoignable. Ce qui est téléchargé est conservé. Quand vous réessayerez, Quern reprendra là où il s’est arrêté.';
		},
		'quota-exceeded': ({ neededBytes, freeBytes }) =>
			typeof neededBytes === 'number' && typeof freeBytes === 'number'
				? `La place manque\u00a0: il faut ${format.bytes(neededBytes)}, il reste ${format.bytes(freeBytes)}. Ce qui est enregistré est conservé. Libérez de la place et réessayez.`
				: 'La place manque sur cet appareil. Ce qui est enregistré est conservé. Libérez de la place et réessayez.',
		corrupt: ({ reason, file, host }) => {
			if (reason === 'listing')
				return `${host ?? 'La source'} n’a pas envoyé de liste de fichiers que Quern comprenne. Rien n’en a été gardé. Réessayez plus tard, ou essayez une autre adresse.`;
			const what = file ? `Le fichier «\u00a0${file}\u00a0»` : 'Un fichier';
			if (reason === 'length')
				return `${what} s’est arrêté trop tôt. La partie reçue est conservée. Réessayez pour obtenir le reste.`;
			return `${what} est abîmé et n’a pas été utilisé. Tout le reste est conservé. Réessayez pour le télécharger à nouveau.`;
		},
		untrusted: ({ reason, name, file }) => {
			if (reason === 'different-pack')
				return `Ce fichier se présente comme «\u00a0${name}\u00a0», mais ne contient pas le modèle de ce nom. Rien n’en a été gardé. Procurez-vous-le à nouveau auprès d’une source fiable.`;
			if (reason === 'unknown-library')
				return `«\u00a0${name}\u00a0» fonctionne avec un programme à lui que Quern ne connaît pas\u202f; il n’a donc pas été lancé. Rien n’a changé. Sous «\u00a0Modèles\u00a0», vous pouvez lire ce que cela signifie, et décider.`;
			return file
				? `«\u00a0${file}\u00a0» contient du code que Quern ne connaît pas\u202f; il n’a donc pas été exécuté. Rien n’a changé. Utilisez un modèle d’une source à laquelle vous faites confiance.`
				: 'Il y a là du code que Quern ne connaît pas\u202f; il n’a donc pas été exécuté. Rien n’a changé. Utilisez un modèle d’une source à laquelle vous faites confiance.';
		},
		'invalid-input': ({ reason, file, limit, needed, part }) => {
			if (reason === 'not-a-code')
				return 'Ce n’est pas un code de Quern, ou il en manque une partie. Rien n’a changé. Copiez ou scannez le code entier.';
			if (reason === 'other-code')
				return 'C’est le code de l’autre étape. Rien n’a changé. Prenez le code que l’autre appareil affiche maintenant.';
			if (reason === 'not-the-protocol')
				return 'L’autre appareil a envoyé quelque chose d’incompréhensible. Rien n’en a été utilisé. Vérifiez que les deux ont la dernière version de Quern, puis reconnectez-vous avec de nouveaux codes.';
			if (reason === 'endless-template')
				return 'Le modèle de conversation de ce fichier est un petit programme qui ne s’arrête pas. Rien n’a changé. Procurez-vous le modèle auprès d’une source fiable.';
			if (reason === 'malformed')
				return `«\u00a0${part}\u00a0» n’est pas conforme\u202f; rien n’en a été utilisé. Rien n’a changé. Procurez-vous le modèle à nouveau, là d’où il vient.`;
			if (reason === 'no-model-folder')
				return `Dans «\u00a0${file}\u00a0», il n’y a pas de modèle que Quern puisse lire. Rien n’a changé. Choisissez le dossier qui contient les fichiers mêmes du modèle, ou un seul fichier.`;
			if (reason === 'context-window')
				return `Ce message est trop long pour la mémoire du modèle\u00a0: il occupe ${format.number(Number(needed))} jetons et il y a de la place pour ${format.number(Number(limit))}. Rien n’a été perdu. Raccourcissez-le, ou envoyez-le en plusieurs parties.`;
			if (reason === 'removed')
				return 'Cette conversation a été supprimée, peut-être dans un autre onglet. Rien d’autre n’a changé. Copiez ce qu’il vous faut, et commencez une nouvelle conversation.';
			return file
				? `«\u00a0${file}\u00a0» n’a pas pu être lu. Rien n’a changé. Vérifiez que c’est le bon type de fichier.`
				: 'Cela n’a pas pu être lu. Rien n’a changé. Vérifiez et réessayez.';
		},
		busy: ({ reason }) =>
			reason === 'newer-tab'
				? 'Un Quern plus récent est ouvert dans un autre onglet. Ce qui est enregistré est conservé. Rechargez cette page pour continuer.'
				: 'Un autre travail est encore en cours, ici ou dans un autre onglet. Il continue sans être dérangé. Attendez-le ou arrêtez-le, puis réessayez.',
		internal: ({ reason }) =>
			reason === 'repeats'
				? 'Le modèle tournait en rond et a été arrêté. Ce qui était écrit est conservé. Demandez une autre réponse\u00a0: elle sera plus libre.'
				: reason === 'says-nothing'
					? 'Le modèle n’a rien écrit. Votre question est conservée. Demandez une autre réponse, ou posez la question autrement.'
					: 'Une erreur s’est produite dans Quern. Ce qui est enregistré est conservé. Réessayez\u202f; si cela persiste, rechargez la page.',
	},

	chat: {
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
	},

	markdown: {
		code: 'Bloc de code',
		codeIn: ({ language }) => `Bloc de code, ${language}`,
		copyCode: 'Copier le code',
		table: 'Tableau',
		image: 'Image, non chargée\u00a0:',
		done: 'Fait',
		open: 'À faire',
		linkTitle: 'Ouvrir cette adresse\u202f?',
		linkLeaves:
			'Elle mène hors de Quern, sur Internet. Ce site saura que cet appareil l’a ouverte.',
		linkMail: 'Votre messagerie s’ouvre avec cette adresse. Rien n’est envoyé tout seul.',
		linkSite: 'Site web\u00a0:',
		linkOpen: 'Ouvrir',
	},

	models: {
		title: 'Modèles',
		firstTitle: 'L’IA sur votre propre appareil',
		firstLead:
			'Quern fait tourner un modèle d’IA ici même. On le télécharge une fois. Ensuite il répond sans internet et sans compte, et personne d’autre ne peut lire ce que vous écrivez.',
		expectTitle: 'À quoi s’attendre',
		expectSmall:
			'Le modèle de départ est petit. Il rédige des textes courts et répond à des questions simples. Il se trompe souvent, et avec assurance.',
		expectLanguages: ({ languages }) =>
			`Langue comprise\u00a0: ${format.list(languages)}. Dans les autres, il ne sert pas à grand-chose.`,
		fetchTitle: 'Ce qui sera téléchargé',
		name: 'Modèle',
		size: 'Taille',
		exactSize: ({ bytes }) => `${format.bytes(bytes)} (${format.number(bytes)} octets)`,
		from: 'Depuis',
		fromHere: ({ host }) => `${host}, ce même site`,
		free: 'Espace libre',
		freeAbout: ({ bytes }) => `Environ ${format.bytes(bytes)}, selon le navigateur`,
		freeUnknown: 'Le navigateur ne le dit pas',
		mayNotFit:
			'La place risque de manquer. Vous pouvez essayer quand même\u00a0: si cela ne tient pas, rien n’est perdu.',
		licence: 'Licence',
		deleteLater:
			'Vous pouvez le supprimer à tout moment dans «\u00a0Modèles\u00a0». Il n’en reste rien.',
		metered: ({ bytes }) =>
			`Vous semblez utiliser des données mobiles, ou les économiser. Ceci en prend ${format.bytes(bytes)}.`,
		get: ({ bytes }) => `Télécharger le modèle (${format.bytes(bytes)})`,
		later: 'Plus tard',
		device: 'Cet appareil',
		deviceLooking: 'Examen des capacités de cet appareil…',
		deviceGpu: 'La puce graphique fera le travail.',
		deviceProcessor: 'Le processeur fera le travail. C’est plus lent qu’avec une puce graphique.',
		findings: {
			'no-webgpu': 'Ce navigateur ne donne pas accès à la puce graphique (pas de WebGPU).',
			'no-adapter': 'Le navigateur n’a trouvé aucune puce graphique utilisable.',
			software:
				'La puce graphique est seulement simulée par le processeur. Cela marche, mais lentement.',
			limits: 'La puce graphique est trop petite pour ce modèle.',
			'no-library': 'Ce modèle n’a pas été préparé pour cette puce graphique.',
			'no-f16':
				'La puce graphique ne calcule pas en demi-précision (pas de f16)\u202f; le modèle est un peu plus lent.',
			'no-threads': 'Le navigateur ne laisse au modèle qu’un seul cœur du processeur.',
		},
		details: 'Détails',
		detail: {
			graphics: 'Puce graphique',
			none: 'Aucune',
			software: 'Simulée par le processeur',
			f16: 'Demi-précision (f16)',
			buffer: 'Plus grand tampon',
			binding: 'Plus grande liaison',
			workgroup: 'Mémoire de groupe',
			cores: 'Cœurs du processeur',
			threads: 'Plusieurs cœurs à la fois',
			memory: 'Mémoire',
			memoryAtLeast: ({ bytes }) => `Au moins ${format.bytes(bytes)}`,
			yes: 'Oui',
			no: 'Non',
		},
		fetching: ({ name }) => `Téléchargement de ${name}`,
		paused: ({ name }) => `${name} est en pause`,
		waitingConnection:
			'Pas de connexion. Le téléchargement reprend de lui-même quand elle revient.',
		waitingOtherTab:
			'Un autre onglet de Quern télécharge ce modèle. Cela continue ici s’il s’arrête.',
		bytesOf: ({ done, total }) => `${format.bytes(done)} sur ${format.bytes(total)}`,
		speed: ({ bytesPerSecond }) => format.speed(bytesPerSecond),
		timeLeft: ({ seconds }) => `encore ${format.duration(seconds)}`,
		pause: 'Pause',
		resume: 'Continuer',
		pausedText: 'Ce qui est déjà là est conservé, même si vous fermez Quern.',
		lookAround:
			'Vous pouvez visiter Quern pendant ce temps. Chaque fichier est vérifié à son arrivée.',
		cancel: 'Annuler le téléchargement',
		cancelTitle: 'Annuler le téléchargement\u202f?',
		cancelText: 'Ce qui a été téléchargé jusqu’ici est supprimé.',
		cancelKeep: 'Ne pas annuler',
		failed: 'Le téléchargement s’est arrêté',
		freeSpace: 'Voir ce qui prend de la place',
		notPersistent:
			'Le navigateur n’a pas promis de garder le modèle. Si l’appareil manque de place, il peut le supprimer. Tout fonctionne quand même.',
		installed: 'Sur cet appareil',
		engine: 'Tourne sur',
		engines: {
			'web-llm': 'La puce graphique (WebLLM)',
			wllama: 'Le processeur (wllama)',
			transformers: 'La puce graphique ou le processeur, au plus rapide (transformers.js)',
		},
		languages: 'Langues',
		languageList: ({ languages }) => format.list(languages),
		room: 'Mémoire d’une conversation',
		roomTokens: ({ tokens, words }) =>
			`Environ ${format.number(words)} mots (${format.number(tokens)} jetons)`,
		since: 'Depuis le',
		chat: 'Discuter avec lui',
		keptIn: 'Conservé dans',
		shelves: {
			'indexed-db': 'La base de données du navigateur',
			opfs: 'Les fichiers privés du navigateur',
		},
		moveFaster: 'Déplacer vers le stockage plus rapide',
		moveTo: (p) => `Déplacer vers\u00a0: ${p.shelf}`,
		moving: 'Déplacement du modèle',
		moved: (p) => `Le modèle se trouve maintenant ici\u00a0: ${p.shelf}.`,
		check: 'Vérifier les fichiers',
		checking: 'Vérification des fichiers',
		checkGood: 'Tous les fichiers sont intacts.',
		checkBroken: ({ count }) =>
			plural(count, {
				one: '# fichier est abîmé. Il faut le retélécharger avant de pouvoir utiliser le modèle.',
				other:
					'# fichiers sont abîmés. Il faut les retélécharger avant de pouvoir utiliser le modèle.',
			}),
		repair: 'Retélécharger',
		remove: 'Supprimer le modèle',
		removeTitle: ({ name }) => `Supprimer ${name}\u202f?`,
		removeText: ({ bytes }) =>
			`Cela libère ${format.bytes(bytes)}. Vos conversations restent. Pour réutiliser le modèle, il faudra le retélécharger.`,
		removed: ({ name }) => `${name} a été supprimé.`,
		notStated: 'Non précisées dans le fichier',
		digest: 'Empreinte (SHA-256)',
		use: 'Utiliser celui-ci',
		inUse: 'C’est ce modèle qui répond dans la discussion.',
		export: 'Enregistrer dans un fichier',
		exporting: 'Enregistrement dans un fichier',
		exported: ({ file }) =>
			`${file} est enregistré. Quern peut l’importer sur tout autre appareil, sans internet.`,
		importTitle: 'À partir d’un fichier',
		importText:
			'Un modèle enregistré depuis Quern (.quern), un fichier GGUF, ou un dossier au format MLC ou transformers.js (ONNX). Choisissez-le, déposez-le sur cette page ou collez-le. Pas besoin d’internet.',
		importChoose: 'Importer un fichier',
		importReading: ({ name }) => `Lecture de ${name}`,
		importing: ({ name }) => `Importation de ${name}`,
		importChecked: 'Chaque fichier est vérifié avant de servir.',
		importFailed: 'Le fichier n’a pas été importé',
		notDone: 'Cela n’a pas marché',
	},

	embeddings: {
		purpose:
			'Retrouve des textes d’après leur sens. Il ne converse pas, et rien dans Quern ne s’en sert encore\u00A0: la recherche dans vos propres documents s’en servira.',
		room: 'Lit à la fois',
		offerTitle: 'Pour chercher par le sens, plus tard',
		offerText: 'Il ne comprend que l’anglais.',
	},

	speed: {
		order: 'Trier par',
		lastUse: 'Dernière utilisation',
		never: 'Pas encore',
		shared: 'En commun',
		sharedWith: (p) =>
			`${format.bytes(p.bytes)} avec ${format.list(p.names)}, conservés une seule fois.`,
		nameOf: (p) => `${p.name} (${p.engine})`,
		title: 'Vitesse sur cet appareil',
		none: 'Pas encore mesurée. La première réponse un peu longue sera notée d’elle-même.',
		measure: 'Mesurer',
		measureAgain: 'Mesurer à nouveau',
		explain:
			'Le modèle est rechargé et répond à une courte question. Cela prend quelques secondes sur une puce graphique, jusqu’à une minute sur un processeur.',
		stages: {
			load: 'Chargement du modèle',
			prefill: 'Lecture de la question',
			decode: 'Rédaction de la réponse',
			memory: 'Mesure de la mémoire utilisée',
		},
		load: 'Chargement',
		seconds: (p) => plural(p.seconds, { one: '# seconde', other: '# secondes' }, 1),
		reading: 'Lecture',
		writing: 'Rédaction',
		tokensPerSecond: (p) =>
			plural(p.tokens, { one: '# jeton par seconde', other: '# jetons par seconde' }, 1),
		memory: 'Mémoire',
		memoryOfPage: (p) => `${format.bytes(p.bytes)}, sans ce qui se trouve sur la puce graphique`,
		by: { benchmark: 'Mesuré le', answer: 'Noté lors d’une réponse, le' },
		export: 'Enregistrer les mesures en texte',
		reportTitle: 'Quern\u00a0: vitesse des modèles sur cet appareil',
		storageTitle: 'Stockage',
		models: 'Modèles',
		modelsTake: (p) =>
			`${plural(p.count, { one: '# modèle', other: '# modèles' })}, ${format.bytes(p.bytes)}`,
		used: 'Quern en tout',
		notTold: 'Le navigateur ne le dit pas',
		about: (p) => `Environ ${format.bytes(p.bytes)}, selon le navigateur`,
		kept: 'Conservation',
		keptFirmly: 'Jusqu’à ce que vous le supprimiez',
		keptLoosely:
			'Jusqu’à ce que l’appareil manque de place\u00a0: le navigateur peut alors tout supprimer',
	},

	bring: {
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
	},

	sharing: {
		queued: (p) =>
			plural(p.ahead, {
				one: 'Un autre onglet reçoit sa réponse\u202f; la vôtre vient ensuite.',
				many: '# réponses pour d’autres onglets passent d’abord\u202f; puis c’est votre tour.',
				other: '# réponses pour d’autres onglets passent d’abord\u202f; puis c’est votre tour.',
			}),
		tabEnded:
			'L’onglet qui gardait le modèle a été fermé ou arrêté. Le modèle a été rechargé, et la réponse a recommencé.',
		otherModel: (p) =>
			`Un autre onglet utilise ${p.other}. Si vous posez une question ici, ${p.own} prendra sa place.`,
		notLoaded: 'Aucun modèle n’est chargé en ce moment. Il le sera à votre prochaine question.',
		inThisTab: (p) => `${p.model} est chargé, dans cet onglet.`,
		inOtherTab: (p) => `${p.model} est chargé, dans un autre onglet de Quern.`,
		sharedBy: (p) =>
			plural(p.tabs, {
				one: '# onglet l’utilise.',
				many: '# onglets l’utilisent ensemble. La mémoire n’est occupée qu’une fois.',
				other: '# onglets l’utilisent ensemble. La mémoire n’est occupée qu’une fois.',
			}),
		free: 'Libérer la mémoire',
		lowMemory: 'L’appareil n’a pas assez de mémoire',
		lessRoom: (p) => `Moins de place pour la conversation (${format.number(p.tokens)} jetons)`,
		smallerModel: (p) => `Utiliser ${p.model} à la place`,
		seeModels: 'Voir les modèles',
		roomIsLess: (p) =>
			`Faute de mémoire, les conversations avec ce modèle n’ont de place que pour ${format.number(p.tokens)} jetons.`,
		allRoom: (p) => `Utiliser de nouveau les ${format.number(p.tokens)} jetons`,
	},

	variants: {
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
	},

	offers: {
		title: 'D’autres modèles',
		lead: ({ language }) =>
			`Choisis selon ce que peut cet appareil, et pour cette langue\u00a0: ${language}.`,
		none: 'Cet appareil ne peut faire tourner aucun autre modèle que Quern connaît.',
		starterFirst:
			'Sur cet appareil et avec cette connexion, mieux vaut commencer par le modèle de départ.',
		languageNone: ({ language }) =>
			`Aucun modèle qui tourne ici ne maîtrise cette langue\u00a0: ${language}. Ceux-ci s’en approchent le plus.`,
		purposes: { quick: 'Rapide', balanced: 'Équilibré', best: 'Le meilleur' },
		purposeTexts: {
			quick: 'Petit et rapide, pour les choses simples.',
			balanced: 'Pour écrire et s’informer au quotidien.',
			best: 'Le plus capable que cet appareil fasse tourner.',
		},
		recommended: 'Recommandé',
		onDevice: 'Sur cet appareil',
		all: ({ count }) => plural(count, { one: 'Le seul modèle', other: 'Tous les modèles (#)' }),
		filterLanguage: 'Langue',
		anyLanguage: 'Toutes',
		filterFit: 'Seulement ce qui tourne ici',
		noneLeft: 'Il ne reste aucun modèle. Choisissez une autre langue, ou affichez tout.',
		about: ({ bytes }) => `Environ ${format.bytes(bytes)}`,
		verdicts: {
			fits: 'Convient à cet appareil',
			tight: 'Juste pour cet appareil',
			'will-not-fit': 'Ne tournera pas sur cet appareil',
		},
		reasons: {
			'no-webgpu': 'Ce navigateur ne donne pas accès à la puce graphique (pas de WebGPU).',
			'no-adapter': 'Le navigateur n’a trouvé aucune puce graphique utilisable.',
			'no-f16':
				'Il lui faut une puce graphique qui calcule en demi-précision (f16). Celle-ci ne le fait pas.',
			'gpu-limits': 'La puce graphique n’admet pas assez à la fois pour lui.',
			'gpu-buffer': ({ needed, limit }) =>
				`Il lui faut ${format.bytes(needed)} d’un seul tenant. La puce graphique en admet ${format.bytes(limit)}.`,
			'tab-memory': ({ needed, limit }) =>
				`Il occupe environ ${format.bytes(needed)} de mémoire. Cet appareil ferme les pages qui en occupent plus d’environ ${format.bytes(limit)}.`,
			memory: ({ needed, limit }) =>
				`Il occupe environ ${format.bytes(needed)} de mémoire. Une page dispose ici d’environ ${format.bytes(limit)}.`,
			'memory-unknown': ({ needed }) =>
				`Il occupe environ ${format.bytes(needed)} de mémoire. Le navigateur ne dit pas si cet appareil en a autant de libre.`,
			software:
				'La puce graphique n’est qu’imitée par le processeur. Comptez des secondes pour chaque mot.',
		},
		goodFor: 'Bon pour',
		goodForSizes: {
			tiny: 'De courts textes et des questions simples. Se trompe souvent.',
			small: 'L’écriture de tous les jours et les résumés. Se trompe sur bien des faits.',
			medium:
				'Des réponses plus longues, des explications, des ébauches. Se trompe de temps à autre.',
			large:
				'Des questions plus difficiles et de longs textes. Plus lent, et se trompe encore parfois.',
		},
		languagesBy: ({ languages, maker }) => `${format.list(languages)}, selon ${maker}`,
		weakIn: 'Faible en',
		aboutSize: ({ bytes }) => `Environ ${format.bytes(bytes)}. Le dépôt connaît la taille exacte.`,
		memory: 'Mémoire',
		memoryAbout: ({ bytes }) => `Environ ${format.bytes(bytes)} quand il tourne`,
		terms: {
			open: 'libre pour tout usage',
			llama:
				'libre sous conditions, celles de Meta, et la mention «\u00a0Built with Llama\u00a0» si vous le transmettez',
			gemma:
				'libre sous conditions, car Google interdit certains usages, et vous transmettez ces conditions avec lui',
		},
		licenceLine: ({ name, terms }) => `${name}\u00a0: ${terms}`,
		ask: ({ host }) => `Interroger ${host}`,
		askFirst: ({ host }) =>
			`Rien n’a encore été demandé. Quern demande d’abord à ${host} quels fichiers existent. Ce site apprend que cet appareil l’a demandé.`,
		asking: ({ host }) => `Question posée à ${host}…`,
		notAsked: 'Le dépôt n’a pas pu être interrogé',
		otherDownload: 'Un autre téléchargement est en cours. Celui-ci pourra commencer après.',
		filesCount: ({ count, bytes }) =>
			plural(count, {
				one: `# fichier, ${format.bytes(bytes)} (${format.number(bytes)} octets)`,
				other: `# fichiers, ${format.bytes(bytes)} (${format.number(bytes)} octets)`,
			}),
		files: 'Fichiers',
		commit: 'Version («\u00a0commit\u00a0»)',
		library: 'Code qu’il apporte (SHA-256)',
		download: ({ bytes }) => `Télécharger (${format.bytes(bytes)})`,
		trustFirst: 'Le téléchargement pourra commencer quand vous aurez décidé.',
		addTitle: 'Un modèle par son adresse',
		addText:
			'Tout modèle préparé pour WebLLM (format MLC) qui se trouve dans un dépôt. Donnez son propriétaire et son nom, ou collez son adresse.',
		addRepository: 'Propriétaire et nom',
		addLibrary: 'Adresse de sa bibliothèque compilée (.wasm)',
		addLibraryHint: 'Inutile pour les modèles ci-dessus.',
		addInvalid: 'Ce n’est pas un propriétaire et un nom. Écrivez propriétaire/nom.',
		addNotThere:
			'Aucun modèle pour WebLLM (format MLC) n’y est proposé. Vérifiez le propriétaire et le nom.',
		addLibraryInvalid: 'Ce n’est pas l’adresse d’un fichier .wasm. Elle commence par https.',
		addLibraryMissing:
			'Ce modèle n’est pas de ceux ci-dessus. Donnez aussi l’adresse de sa bibliothèque.',
	},

	conversion: {
		title: 'Pour la puce graphique',
		ready:
			'Ce modèle peut être converti pour que la puce graphique l’exécute. C’est en général bien plus rapide.',
		measuring: 'Mesure, sur ce fichier, de ce qui serait perdu…',
		exact: 'Rien n’est perdu\u00A0: chaque poids garde sa valeur.',
		lost: (p: { error: number }) =>
			`Quelque chose se perd\u00A0: les poids sont arrondis à 4 bits, à environ ${format.share(p.error)} près. Les réponses changent un peu, et peuvent devenir moins bonnes. Sur le processeur, il tourne tel quel, sans perte.`,
		keeps: (p: { bytes: number }) =>
			`Le fichier reste tel quel. Le modèle converti prend encore ${format.bytes(p.bytes)}\u202F; vous pouvez supprimer l’un ou l’autre à tout moment. Rien n’est téléchargé.`,
		convert: 'Convertir pour la puce graphique',
		converting: 'Conversion pour la puce graphique',
		progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
			`${format.bytes(p.done)} sur ${format.bytes(p.total)}, ${format.speed(p.bytesPerSecond)}`,
		converted: 'Le modèle est converti, et c’est la puce graphique qui répond désormais.',
		done: 'Il est déjà converti\u00A0: le modèle converti figure à part sur cette page.',
		noGpu:
			'Ce modèle pourrait être converti pour une puce graphique, mais cet appareil n’en a pas qui puisse l’exécuter. Il tourne sur le processeur.',
		noLibrary:
			'Quern n’a pas de programme graphique pour un modèle de cette forme. Il tourne tel quel sur le processeur.',
		unsupported:
			'Quelque chose dans ce fichier ne peut pas encore être converti pour la puce graphique. Il tourne tel quel sur le processeur.',
		weightsOf: (p: { type: string }) => `Poids en ${p.type}`,
		lossOf: (p: { error: number; weights: number }) =>
			p.error === 0
				? `Rien de perdu, ${format.number(p.weights)} poids`
				: `${format.share(p.error)}, ${format.number(p.weights)} poids`,
		worst: 'Le plus',
		worstOf: (p: { tensor: string; error: number }) => `${format.share(p.error)} dans ${p.tensor}`,
		measure:
			'Moyenne quadratique des écarts, rapportée à celle des poids. Mesurée sur des lignes de chaque tenseur de ce fichier.',
		from: 'Converti ici à partir de',
		fromDigest: 'Empreinte de ce fichier',
	},

	backends: {
		comparing: 'Essai du plus rapide ici, puce graphique ou processeur, cette seule fois',
		term: 'Plus rapide ici',
		untried: 'Sera essayé à la première utilisation',
		wasm: (p) => `Le processeur (essai du ${format.date(p.date)})`,
		webgpu: (p) =>
			`La puce graphique, ${format.number(p.times)} fois la vitesse du processeur (essai du ${format.date(p.date)})`,
	},

	hand: {
		title: 'D’appareil à appareil',
		lead: 'Un modèle passe directement d’un appareil à un autre tout proche. Ni internet, ni compte, ni rien entre les deux.',
		network:
			'Les deux appareils doivent être sur le même Wi-Fi, ou l’un sur le point d’accès de l’autre.',
		passOn: 'Transmettre à un appareil proche',
		passOnThis: ({ name, engine }) => `Transmettre ${name} – ${engine}`,
		receive: 'Recevoir d’un appareil proche',
		receiveAgain: 'Recevoir un autre modèle',
		begin: ({ name, bytes }) => `Transmettre ${name} (${format.bytes(bytes)})`,
		preparing: 'Création du code…',
		showFirst: '1. Montrez ce code à l’autre appareil',
		showFirstHow:
			'Là-bas, ouvrez Quern, allez dans «\u00a0Modèles\u00a0» et choisissez «\u00a0Recevoir d’un appareil proche\u00a0».',
		takeSecond: '2. Prenez le code que l’autre appareil affiche ensuite',
		takeFirst: '1. Prenez le code que l’autre appareil affiche',
		takeFirstHow:
			'Là-bas, ouvrez Quern, allez dans «\u00a0Modèles\u00a0» et choisissez «\u00a0Transmettre à un appareil proche\u00a0».',
		showSecond: '2. Montrez ce code à l’autre appareil',
		waitingForOther: 'En attente de l’autre appareil',
		qrCode: 'Code QR',
		copyCode: 'Copier le code',
		codeAsText: 'Le code en texte',
		scan: 'Scanner avec la caméra',
		scanning: 'Tenez la caméra devant le code. L’image reste sur cet appareil.',
		stopScanning: 'Arrêter la caméra',
		picture: 'Ce que voit la caméra',
		cameraRefused:
			'La caméra n’a pas été autorisée. Autorisez-la dans les réglages du navigateur, ou collez le code.',
		cameraMissing: 'Aucune caméra utilisable. Collez plutôt le code.',
		pasteCode: 'Ou collez le code',
		take: 'Prendre',
		connecting: 'Connexion',
		connectingHow:
			'Si cela échoue\u00a0: les deux sont-ils dans le même réseau\u202f? Les réseaux d’invités isolent souvent les appareils\u202f; un point d’accès, non. Que l’un des deux au moins scanne, et mettez un VPN en pause.',
		number: 'Les deux écrans doivent afficher ce numéro',
		numberWhy: 'S’ils diffèrent, quelqu’un est peut-être entre les deux\u00a0: alors arrêtez.',
		waitingForYes: 'En attente d’un oui sur l’autre appareil',
		offered: 'L’autre appareil propose',
		memory: 'Mémoire nécessaire',
		bringsLibrary:
			'Il apporte son propre programme. Celui-ci ne tournera pas avant que vous ayez lu, dans «\u00a0Modèles\u00a0», ce que cela signifie, et dit oui.',
		cannotTake: 'Ceci n’est pas utilisable ici',
		accept: 'Les numéros sont identiques\u00a0: recevoir',
		decline: 'Refuser',
		passing: ({ name }) => `Transmission de ${name}`,
		taking: ({ name }) => `Réception de ${name}`,
		verifying: ({ name }) => `Vérification de ce qui est déjà là de ${name}`,
		keepOpen:
			'Laissez Quern ouvert sur les deux appareils. Tout est vérifié à l’arrivée, et conservé si la connexion se coupe.',
		stop: 'Arrêter',
		passedOn: ({ name }) => `${name} est maintenant sur l’autre appareil.`,
		passOnAgain: 'Transmettre à un autre appareil',
		declined: 'L’autre appareil a refusé.',
		taken: ({ name }) => `${name} est maintenant sur cet appareil, chaque fichier vérifié.`,
		failed: 'Le transfert s’est arrêté',
		connectAgain: 'Se reconnecter',
		unfinished: ({ name, done, total }) =>
			`De ${name}, ${format.bytes(done)} sur ${format.bytes(total)} sont arrivés. Recevez-le de nouveau, de n’importe quel appareil qui l’a\u202f; cela reprendra là où c’en était.`,
		dropUnfinished: 'Supprimer cette partie',
		toModels: 'Vers les modèles',
	},

	take: {
		title: 'Emporter Quern',
		lead: 'Écrit l’application entière, les modèles de votre choix et un tout petit serveur dans un seul fichier. Décompressé, sur une clé USB par exemple, il démarre sur un autre ordinateur sans internet.',
		which: 'Modèles emportés',
		none: 'Aucun modèle sur cet appareil pour l’instant. L’application est emportée quand même.',
		write: ({ bytes }) =>
			bytes > 0
				? `Écrire le fichier (l’application et ${format.bytes(bytes)})`
				: 'Écrire le fichier (l’application)',
		writing: 'Écriture du fichier',
		saved: ({ file }) => `${file} est enregistré`,
		next: 'Décompressez-le, sur une clé USB par exemple. Sur l’autre ordinateur, ouvrez le README de ce dossier\u00a0: une seule commande y démarre Quern.',
		needs:
			'L’autre ordinateur a besoin de Python 3 ou de Node, et d’un navigateur. Un téléphone ne peut pas le démarrer\u202f; les modèles y arrivent dans un fichier ou depuis un appareil proche.',
		carried: 'Emportés avec cette copie',
		carriedText:
			'Ces modèles se trouvent à côté de l’application. Ils sont copiés une fois dans le navigateur et vérifiés\u202f; pas besoin d’internet.',
		install: ({ name, bytes }) => `Installer ${name} (${format.bytes(bytes)})`,
	},

	hub: {
		title: 'D’où viennent les modèles',
		text: 'Les modèles qui ne sont pas sur ce site viennent d’un dépôt public de modèles. Ce qui est téléchargé est comparé à ses empreintes.',
		hub: 'Dépôt',
		use: 'Utiliser cette adresse',
		usual: ({ host }) => `Revenir à ${host}`,
		mirror: 'Adresse d’un miroir',
		mirrors: 'Miroirs, dans l’ordre où ils sont interrogés',
		mirrorText:
			'Là où le dépôt est bloqué ou lent, un miroir aide\u00a0: c’est une copie à une autre adresse. Les miroirs sont interrogés après le dépôt, et chaque fichier est vérifié de la même façon.',
		add: 'Ajouter',
		remove: ({ address }) => `Retirer ${address}`,
		wrong:
			'Quern ne peut pas utiliser cette adresse. Il en faut une sécurisée (https), qui ne soit pas déjà dans la liste. Rien n’a changé.',
		tryAnother: 'Essayer une autre adresse',
		unreachable: ({ host }) =>
			`${host} est injoignable. Le téléchargement reprendra de lui-même dès que possible. Si ce site est bloqué là où vous êtes, essayez une autre adresse.`,
	},

	ledger: {
		title: 'Ce qui est sorti de cet appareil',
		short: 'Chaque requête que Quern a envoyée à un autre site, et pourquoi.',
		see: 'Voir la liste',
		lead: 'Quern ne s’adresse à d’autres sites que pour les modèles que vous y prenez. Chacune de ces requêtes figure ici, ainsi que celles qui n’ont pas pu sortir. La liste reste sur cet appareil.',
		empty: 'Rien n’est sorti de cet appareil',
		emptyText:
			'Quand vous téléchargerez un modèle depuis un autre site, chaque requête figurera ici.',
		site: 'Site concerné',
		allSites: 'Tous les sites',
		save: 'Enregistrer en texte',
		clear: 'Vider la liste',
		clearTitle: 'Vider la liste\u202f?',
		clearText:
			'Ses lignes sont supprimées de cet appareil. Vos modèles et vos conversations restent.',
		older: 'Afficher les plus anciennes',
		unreadable: ({ count }) =>
			plural(count, {
				one: '# ligne est illisible. Elle est conservée telle quelle.',
				other: '# lignes sont illisibles. Elles sont conservées telles quelles.',
			}),
		forFile: ({ pack, file }) => `Pour ${pack}\u00a0: ${file}`,
		forRepository: ({ repository }) => `Pour voir ce que contient ${repository}`,
		forNothing: 'Rien que vous ayez demandé',
		outcomes: {
			open: 'Fin non enregistrée',
			done: 'Terminé',
			failed: 'Échec',
			stopped: 'Arrêté',
			refused: 'N’est pas sorti',
		},
		requests: ({ count }) => plural(count, { one: '# requête', other: '# requêtes' }),
		status: ({ status }) => `état ${format.number(status)}`,
		answeredBy: ({ host }) => `réponse de ${host}`,
	},

	settings: {
		title: 'Réglages',
		language: 'Langue',
		theme: 'Apparence',
		themes: { system: 'Selon l’appareil', light: 'Clair', dark: 'Sombre' },
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
		deviceLooking: 'Examen des capacités de cet appareil…',
		deviceGpu: ({ name }) => `Les modèles tournent sur la puce graphique (${name}).`,
		deviceSoftwareGpu:
			'Le navigateur ne fait que simuler une puce graphique avec le processeur. Les modèles tournent, mais lentement.',
		deviceNoWebGpu:
			'Ce navigateur ne donne pas accès à une puce graphique. Les modèles tournent sur le processeur, plus lent.',
		deviceNoAdapter:
			'Aucune puce graphique utilisable n’a été trouvée. Les modèles tournent sur le processeur, plus lent.',
		deviceHalfPrecision:
			'Elle peut calculer en demi-précision, ce qui est plus rapide et prend moins de mémoire.',
		deviceNoHalfPrecision: 'Elle ne calcule qu’en pleine précision, ce qui prend plus de mémoire.',
		deviceThreads: ({ count }) =>
			plural(count, {
				one: 'Le processeur a # fil d’exécution.',
				other: 'Le processeur a # fils d’exécution.',
			}),
		deviceOneThread: ({ count }) =>
			plural(count, {
				one: 'Le processeur a # fil d’exécution.',
				other:
					'Le processeur a # fils d’exécution, mais un seul est utilisable ici. Rechargez la page une fois.',
			}),
		deviceMemory: ({ bytes }) =>
			`Le navigateur annonce environ ${format.memory(bytes)} de mémoire. Il peut y en avoir plus.`,
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
		licenceTexts: 'Lire le texte des licences',
		version: ({ version }) => `Version ${version}`,
	},
} satisfies Messages;
