import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	libraryTitle: (p: { name: string }) => `“${p.name}” brings a program of its own`,
	libraryUnknown:
		'To compute on the graphics chip it uses a program that Quern does not know. Quern starts no unknown program by itself.',
	libraryNotImported: 'So nothing was imported.',
	libraryWaits: 'So this model cannot answer yet.',
	libraryDecide: 'Read more and decide',
	libraryWhat:
		'On the graphics chip, a model is run by a small compiled program, its library. Those that come with Quern are known by their fingerprint. This one is not among them.',
	librarySees:
		'It sees what you write to this model and what the model answers, and it computes on your graphics chip. It runs apart from the page, where it has no way to the network, to your files or to other conversations.',
	librarySource: (p: { source: string }) =>
		`The model says of itself that it comes from “${p.source}”. Nobody has checked that.`,
	libraryDigest:
		'Its fingerprint (SHA-256), to compare with the one that its makers give in public:',
	libraryAdvice: 'Trust it only if you know where it comes from.',
	libraryRefuse: 'Do not use it',
	libraryTrust: 'I trust this program',
	trusted: 'Trusted programs',
	trustedText: 'Programs that models brought along, and that you have allowed to run.',
	trustedSince: (p: { date: string }) => `Since ${p.date}`,
	takeBack: 'Take the trust back',
	chooseFolder: 'Import a folder',
	dropHere: 'Drop it here to import it',
	offered: (p: { name: string; bytes: number }) =>
		`“${p.name}” (${format.bytes(p.bytes)}) was handed to Quern`,
	offeredText: 'Nothing was imported yet. Every file is checked before it is used.',
	offeredAccept: 'Import it',
	offeredDecline: 'Leave it',
	notReceived: 'The shared file did not arrive',
	notReceivedText:
		'Perhaps there is not enough space. Nothing was changed. You can choose the file here yourself.',
};
