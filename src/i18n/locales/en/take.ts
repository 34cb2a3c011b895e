import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	lead: 'Writes the whole app, the models of your choice and a tiny server into one file. Unpacked, on a USB stick for example, it starts on another computer without the internet.',
	which: 'Models that come along',
	told: (p: { engine: string; bytes: number }) => `${p.engine}, ${format.bytes(p.bytes)}`,
	none: 'No model is on this device yet. The app comes along all the same.',
	write: (p: { bytes: number }) =>
		p.bytes > 0
			? `Write the file (the app and ${format.bytes(p.bytes)})`
			: 'Write the file (the app)',
	writing: 'Writing the file',
	saved: (p: { file: string }) => `${p.file} was saved`,
	next: 'Unpack it, on a USB stick for example. On the other computer open the README in that folder: one command starts Quern there.',
	needs:
		'The other computer needs Python 3 or Node, and a browser. A phone cannot start it; models come to a phone as a file or from a device near.',
	carried: 'Came along with this copy',
	carriedText:
		'These models lie beside the app. They are copied into the browser once and checked; no internet is needed.',
	install: (p: { name: string; bytes: number }) => `Install ${p.name} (${format.bytes(p.bytes)})`,
};
