import type { PromptDraft } from '../../../storage/records/prompt.ts';

export default [
	{
		name: 'traduire',
		text: 'Traduis en {{langue}}, en gardant le ton et la présentation\u00a0:\n\n{{texte}}',
	},
	{
		name: 'résumer',
		text: 'Résume ceci en {{nombre de phrases}} phrases. Garde les noms et les nombres\u00a0:\n\n{{texte}}',
	},
	{
		name: 'simplifier',
		text: 'Dis ceci avec des mots simples que tout le monde comprend\u00a0:\n\n{{texte}}',
	},
	{ name: 'raccourcir', text: 'Réduis ceci de moitié en gardant l’essentiel\u00a0:\n\n{{texte}}' },
	{
		name: 'corriger',
		text: 'Corrige l’orthographe et la grammaire sans rien changer d’autre\u00a0:\n\n{{texte}}',
	},
	{
		name: 'répondre',
		text: 'Écris une réponse aimable et courte à ce message. Ma réponse est\u00a0: {{réponse}}\n\nLe message\u00a0:\n\n{{message}}',
	},
	{
		name: 'idées',
		text: 'Donne-moi {{nombre}} idées différentes pour {{quoi}}. Une ligne chacune.',
	},
	{ name: 'étapes', text: 'Explique étape par étape comment {{faire quoi}}.' },
	{
		name: 'tableau',
		text: 'Fais de ceci un tableau avec les colonnes {{colonnes}}\u00a0:\n\n{{texte}}',
	},
	{ name: 'titre', text: 'Propose cinq titres pour ceci\u00a0:\n\n{{texte}}' },
] satisfies readonly PromptDraft[];
