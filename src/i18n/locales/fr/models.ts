import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
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
	waitingConnection: 'Pas de connexion. Le téléchargement reprend de lui-même quand elle revient.',
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
	askToKeep: 'Demander au navigateur de les garder',
	persistRefused:
		'Le navigateur n’a pas accepté pour l’instant. Tout fonctionne quand même. Installer Quern, ou l’utiliser souvent, change en général sa réponse.',
} satisfies Messages['models'];
