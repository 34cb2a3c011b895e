import type { Messages } from '../en.ts';

export default {
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
} satisfies Messages['actions'];
