import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('fr');
const plural = pluralsOf('fr');

export default {
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
} satisfies Messages['sharing'];
