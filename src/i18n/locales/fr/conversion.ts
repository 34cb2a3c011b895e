import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
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
} satisfies Messages['conversion'];
