import type { Messages } from '../en.ts';

export default {
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
} satisfies Messages['hub'];
