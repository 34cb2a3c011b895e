export default {
	title: 'Where models come from',
	text: 'Models that are not on this site come from a hub, a public collection of models. What is fetched is checked against its fingerprints.',
	hub: 'Hub',
	use: 'Use this address',
	usual: (p: { host: string }) => `Back to ${p.host}`,
	mirror: 'Address of a mirror',
	mirrors: 'Mirrors, in the order in which they are asked',
	mirrorText:
		'Where the hub is blocked or slow, a mirror helps: a copy of it at another address. Mirrors are asked after the hub, and every file is checked all the same.',
	add: 'Add',
	remove: (p: { address: string }) => `Remove ${p.address}`,
	wrong:
		'Quern cannot use this address. It must begin with https:// and not be on the list yet. Nothing was changed.',
	tryAnother: 'Try another address',
	unreachable: (p: { host: string }) =>
		`${p.host} cannot be reached. It goes on by itself once it can. If it is blocked where you are, try another address.`,
};
