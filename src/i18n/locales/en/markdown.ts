export default {
	code: 'Code block',
	codeIn: (p: { language: string }) => `Code block, ${p.language}`,
	copyCode: 'Copy the code',
	table: 'Table',
	image: 'Picture, not loaded:',
	done: 'Done',
	open: 'Not done',
	linkTitle: 'Open this address?',
	linkLeaves:
		'It leads out of Quern to the internet. That site learns that this device has opened it.',
	linkMail: 'Your mail app opens with this address. Nothing is sent by itself.',
	linkSite: 'Site:',
	linkOpen: 'Open',
};
