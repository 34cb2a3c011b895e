import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
	aborted: () => 'L’opération a été arrêtée. Ce qui était déjà fait est conservé.',
	unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
		if (reason === 'newer-backup')
			return 'Ce fichier vient d’une version plus récente de Quern. Rien n’a changé. Mettez Quern à jour sur cet appareil, puis réessayez.';
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
		if (reason === 'damaged-backup')
			return 'Cette sauvegarde est abîmée\u00a0: une partie manque ou a changé. Rien n’a été restauré et rien n’a changé ici. Recopiez le fichier depuis l’endroit où vous le gardez, ou prenez-en un plus ancien.';
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
		if (reason === 'not-a-backup')
			return 'Ce n’est pas une sauvegarde de Quern. Rien n’a changé. Cherchez un fichier dont le nom finit par «\u00a0.quern-backup\u00a0».';
		if (reason === 'wrong-passphrase')
			return 'Cette phrase de passe n’est pas celle de la sauvegarde. Rien n’a changé. Vérifiez la langue du clavier et les majuscules, puis réessayez.';
		if (reason === 'no-conversations')
			return 'Ce fichier ne contient aucune conversation que Quern sache lire. Rien n’a changé. Choisissez le fichier exporté par Quern, Open WebUI ou ChatGPT.';
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
		reason === 'database'
			? 'Quern ne peut pas ouvrir son stockage dans cette fenêtre, donc cela n’a pas été fait. Rien n’a été supprimé. Fermez les autres onglets de Quern et réessayez\u202f; en navigation privée, ouvrez une fenêtre normale.'
			: reason === 'repeats'
				? 'Le modèle tournait en rond et a été arrêté. Ce qui était écrit est conservé. Demandez une autre réponse\u00a0: elle sera plus libre.'
				: reason === 'says-nothing'
					? 'Le modèle n’a rien écrit. Votre question est conservée. Demandez une autre réponse, ou posez la question autrement.'
					: 'Une erreur s’est produite dans Quern. Ce qui est enregistré est conservé. Réessayez\u202f; si cela persiste, rechargez la page.',
} satisfies Messages['errors'];
