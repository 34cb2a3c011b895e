import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
	short: 'Each request that Quern has sent to another site, and what for.',
	see: 'See the list',
	lead: 'Quern asks other sites only for models that you fetch from there. Each such request is listed here, and so is each that was not let out. The list stays on this device.',
	empty: 'Nothing has left this device',
	emptyText: 'When you fetch a model from another site, each request will be listed here.',
	site: 'Site',
	allSites: 'All sites',
	save: 'Save as text',
	clear: 'Clear the list',
	clearTitle: 'Clear the list?',
	clearText: 'Its entries are deleted from this device. Your models and conversations stay.',
	older: 'Show older ones',
	unreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry cannot be read. It is kept as it is.',
			other: '# entries cannot be read. They are kept as they are.',
		}),
	forFile: (p: { pack: string; file: string }) => `For ${p.pack}: ${p.file}`,
	forRepository: (p: { repository: string }) => `To see what is in ${p.repository}`,
	forNothing: 'Nothing that you had asked for',
	outcomes: {
		open: 'No end was recorded',
		done: 'Done',
		failed: 'Failed',
		stopped: 'Stopped',
		refused: 'Not let out',
	},
	requests: (p: { count: number }) => plural(p.count, { one: '# request', other: '# requests' }),
	status: (p: { status: number }) => `status ${format.number(p.status)}`,
	answeredBy: (p: { host: string }) => `answered by ${p.host}`,
};
