import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
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
} satisfies Messages['hand'];
