export default {
	purpose:
		'Finds texts by their meaning. It does not chat, and no place in Quern uses it yet: the search in your own documents will.',
	room: 'Reads at once',
	offerTitle: 'For searching by meaning, later',
	offerText: 'It understands English only.',
};
