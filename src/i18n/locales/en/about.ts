export default {
	lead: 'Quern runs AI models on your own device. A model is downloaded once; after that no network, no account and no server is needed.',
	nameOrigin:
		'A quern is the hand mill that households kept when the lord wanted everyone to pay at his.',
	isNot: 'What it is not',
	isNotText:
		'The models are small. They often get facts wrong, and say so with confidence. Do not rely on them for medical, legal or financial decisions.',
	promises: 'What it promises',
	promiseLocal: 'What you write stays on this device. There is no server that could read it.',
	promiseNetwork:
		'Quern asks the network only for its own files, and for models that you download.',
	promiseCount: 'No statistics, no advertising, no account.',
	promiseVerify: 'Every downloaded file is checked before it is used.',
	licences: 'Licences',
	licenceQuern: 'Quern is free software under the Apache License 2.0.',
	licenceModel:
		'The starter model, SmolLM2-135M-Instruct by Hugging Face, is under the Apache License 2.0.',
	licenceFont: 'The Vazirmatn typeface is under the SIL Open Font License 1.1.',
	licenceLibraries: 'Quern is built with these libraries:',
	licenceTexts: 'Read the licence texts',
	version: (p: { version: string }) => `Version ${p.version}`,
};
