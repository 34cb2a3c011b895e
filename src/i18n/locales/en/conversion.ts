import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	title: 'For the graphics chip',
	ready:
		'This model can be converted so that the graphics chip runs it. That is usually much faster.',
	measuring: 'Measuring on this file what would be lost…',
	exact: 'Nothing is lost: every weight keeps its value.',
	lost: (p: { error: number }) =>
		`Something is lost: the weights are rounded to 4 bits, by about ${format.share(p.error)} of their size. Answers become a little different, and may become worse. On the processor it runs as it is, without loss.`,
	keeps: (p: { bytes: number }) =>
		`The file stays as it is. The converted model takes another ${format.bytes(p.bytes)}; you can delete either of them at any time. Nothing is fetched.`,
	convert: 'Convert for the graphics chip',
	converting: 'Converting for the graphics chip',
	progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
		`${format.bytes(p.done)} of ${format.bytes(p.total)}, ${format.speed(p.bytesPerSecond)}`,
	converted: 'The model is converted, and the graphics chip answers from now on.',
	done: 'It is converted already: the converted model stands on this page by itself.',
	noGpu:
		'This model could be converted for a graphics chip, but this device has none that can run it. It runs on the processor.',
	noLibrary:
		'Quern has no graphics program for a model of this shape. It runs on the processor, as it is.',
	unsupported:
		'Something in this file cannot be converted for the graphics chip yet. It runs on the processor, as it is.',
	weightsOf: (p: { type: string }) => `Weights in ${p.type}`,
	lossOf: (p: { error: number; weights: number }) =>
		p.error === 0
			? `Nothing lost, ${format.number(p.weights)} weights`
			: `${format.share(p.error)}, ${format.number(p.weights)} weights`,
	worst: 'Most of all',
	worstOf: (p: { tensor: string; error: number }) => `${format.share(p.error)} in ${p.tensor}`,
	measure:
		'Root mean square of the differences, over that of the weights. Measured on rows of every tensor of this file.',
	from: 'Converted here from',
	fromDigest: 'That file’s fingerprint',
};
