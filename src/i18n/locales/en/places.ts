/** Titles of the pages whose other words come later. */
export default {
	models: 'Models',
	hand: 'From device to device',
	take: 'Take Quern along',
	ledger: 'What left this device',
	backup: 'Backup',
	exchange: 'Conversations as files',
	settings: 'Settings',
	about: 'About',
};
