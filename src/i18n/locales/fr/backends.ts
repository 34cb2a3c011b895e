import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');

export default {
	comparing: 'Essai du plus rapide ici, puce graphique ou processeur, cette seule fois',
	term: 'Plus rapide ici',
	untried: 'Sera essayé à la première utilisation',
	wasm: (p) => `Le processeur (essai du ${format.date(p.date)})`,
	webgpu: (p) =>
		`La puce graphique, ${format.number(p.times)} fois la vitesse du processeur (essai du ${format.date(p.date)})`,
} satisfies Messages['backends'];
