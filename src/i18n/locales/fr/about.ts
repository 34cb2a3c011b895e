import type { Messages } from '../en.ts';

export default {
	lead: 'Quern fait tourner des modèles d’IA sur votre propre appareil. Un modèle est téléchargé une fois\u202f; ensuite, ni réseau, ni compte, ni serveur.',
	nameOrigin:
		'«\u00a0Quern\u00a0» est le nom anglais du moulin à bras que les familles gardaient quand le seigneur voulait que tous paient au sien.',
	isNot: 'Ce qu’il n’est pas',
	isNotText:
		'Les modèles sont petits. Ils se trompent souvent, avec assurance. Ne vous y fiez pas pour des décisions médicales, juridiques ou financières.',
	promises: 'Ce qu’il promet',
	promiseLocal: 'Ce que vous écrivez reste sur cet appareil. Aucun serveur ne peut le lire.',
	promiseNetwork:
		'Quern ne demande au réseau que ses propres fichiers et les modèles que vous téléchargez.',
	promiseCount: 'Ni statistiques, ni publicité, ni compte.',
	promiseVerify: 'Chaque fichier téléchargé est vérifié avant d’être utilisé.',
	licences: 'Licences',
	licenceQuern: 'Quern est un logiciel libre sous licence Apache License 2.0.',
	licenceModel:
		'Le modèle de départ, SmolLM2-135M-Instruct de Hugging Face, est sous licence Apache License 2.0.',
	licenceFont: 'La police Vazirmatn est sous licence SIL Open Font License 1.1.',
	licenceLibraries: 'Quern est construit avec ces bibliothèques\u00a0:',
	licenceTexts: 'Lire le texte des licences',
	version: ({ version }) => `Version ${version}`,
} satisfies Messages['about'];
