import type { Messages } from '../en.ts';

export default {
	models: 'Modèles',
	hand: 'D’appareil à appareil',
	take: 'Emporter Quern',
	ledger: 'Ce qui est sorti de cet appareil',
	backup: 'Sauvegarde',
	exchange: 'Conversations en fichiers',
	settings: 'Réglages',
	about: 'À propos',
} satisfies Messages['places'];
