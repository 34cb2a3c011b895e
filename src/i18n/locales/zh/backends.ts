import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	comparing: '正在试图形芯片和处理器哪个在这里更快；只试这一次',
	term: '在这里更快的是',
	untried: '首次使用时试出',
	wasm: (p) => `处理器（试于 ${format.date(p.date)}）`,
	webgpu: (p) =>
		`图形芯片，速度是处理器的 ${format.number(p.times)} 倍（试于 ${format.date(p.date)}）`,
} satisfies Messages['backends'];
