import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
	lead: 'Écrit l’application entière, les modèles de votre choix et un tout petit serveur dans un seul fichier. Décompressé, sur une clé USB par exemple, il démarre sur un autre ordinateur sans internet.',
	which: 'Modèles emportés',
	told: ({ engine, bytes }) => `${engine}, ${format.bytes(bytes)}`,
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
} satisfies Messages['take'];
