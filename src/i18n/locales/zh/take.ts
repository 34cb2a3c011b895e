import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	lead: '把整个应用、你选择的模型和一个小服务器写进一个文件。解压后（比如在 U 盘上），不用互联网就能在另一台电脑上启动。',
	which: '一起带走的模型',
	told: ({ engine, bytes }) => `${engine}，${format.bytes(bytes)}`,
	none: '这台设备上还没有模型。应用本身仍会带走。',
	write: ({ bytes }) =>
		bytes > 0 ? `写入文件（应用和 ${format.bytes(bytes)}）` : '写入文件（应用）',
	writing: '正在写入文件',
	saved: ({ file }) => `${file} 已保存`,
	next: '请解压它，比如解压到 U 盘上。在另一台电脑上打开那个文件夹里的 README：一条命令就能启动 Quern。',
	needs:
		'另一台电脑需要 Python 3 或 Node，以及一个浏览器。手机无法启动它；模型可以用文件或从附近的设备传到手机。',
	carried: '随这份副本带来的',
	carriedText: '这些模型就在应用旁边。它们会复制到浏览器一次并经过检查；不需要互联网。',
	install: ({ name, bytes }) => `安装 ${name}（${format.bytes(bytes)}）`,
} satisfies Messages['take'];
