type Named = { name: string };

export default {
	add: 'Add text files',
	files: 'Files that go along',
	remove: (p: Named) => `Remove ${p.name}`,
	dropHere: 'Drop it to add it to the message',
	refused: {
		'too-large': (p: Named) =>
			`${p.name} is longer than any model here can read. Add the part that matters.`,
		picture: (p: Named) => `${p.name} is a picture. No installed model can look at pictures yet.`,
		document: (p: Named) =>
			`${p.name} is a document that Quern cannot read yet. Copy its text into the message.`,
		'not-text': (p: Named) => `${p.name} is not a text file that Quern can read.`,
		unreadable: (p: Named) => `${p.name} could not be read. Choose it again.`,
		'too-many': (p: Named) => `${p.name} was not added: this message has as many files as it can.`,
	},
};
