import type { PromptDraft } from '../../../storage/records/prompt.ts';

export default [
	{ name: 'translate', text: 'Translate into {{language}}, keeping tone and layout:\n\n{{text}}' },
	{
		name: 'summarise',
		text: 'Summarise this in {{number of sentences}} sentences. Keep names and numbers:\n\n{{text}}',
	},
	{ name: 'simpler', text: 'Say this in simple words that everybody understands:\n\n{{text}}' },
	{ name: 'shorter', text: 'Make this half as long and keep what matters:\n\n{{text}}' },
	{ name: 'correct', text: 'Correct spelling and grammar, and change nothing else:\n\n{{text}}' },
	{
		name: 'reply',
		text: 'Write a friendly, short reply to this message. My answer is: {{answer}}\n\nThe message:\n\n{{message}}',
	},
	{ name: 'ideas', text: 'Give me {{number}} different ideas for {{what}}. One line each.' },
	{ name: 'steps', text: 'Explain step by step how to {{do what}}.' },
	{ name: 'table', text: 'Make a table with the columns {{columns}} out of this:\n\n{{text}}' },
	{ name: 'title', text: 'Suggest five titles for this:\n\n{{text}}' },
] satisfies readonly PromptDraft[];
