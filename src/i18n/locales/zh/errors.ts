import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	aborted: () => '已停止。之前完成的部分都保留着。',
	unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
		if (reason === 'newer-backup')
			return '这个文件来自更新的 Quern 版本。没有任何变动。请先更新这台设备上的 Quern，再试一次。';
		if (reason === 'no-own-copy')
			return 'Quern 的离线部分没有在这个窗口里运行，所以无法从这里带走。没有任何改动。请重新加载页面，或者用普通窗口代替无痕窗口。';
		if (reason === 'no-webrtc')
			return '这个浏览器无法连接附近的设备。没有任何改动。请更新浏览器，或用文件传递模型。';
		if (reason === 'newer-code')
			return '这个码来自更新版本的 Quern。没有任何改动。请更新这台设备上的 Quern，或用文件传递模型。';
		if (reason === 'library-mismatch')
			return '这个文件夹里的程序是为另一个模型制作的，读不了旁边的权重。没有任何变动。请从同一个地方获取这两样。';
		if (reason === 'missing-part')
			return `缺少“${part}”，没有它这个模型无法运行。没有任何变动。请获取完整的文件夹，然后再试一次。`;
		if (reason === 'no-matching-library')
			return `没有适合这个模型的程序（种类“${kind}”，打包方式“${quantization}”）。要在图形芯片上运行，它需要一个编译好的库，也就是一个 .wasm 文件。没有任何变动。请把它放进文件夹，或寻找同一模型的 GGUF 文件。`;
		if (reason === 'no-library')
			return '这个文件要用图形芯片运行，而这台设备没有合适的图形芯片。没有任何变动。请索取同一模型的处理器版本，或选择其他模型。';
		if (reason === 'no-chat-template')
			return '这个模型不是为对话制作的：文件里没有对话模板（chat template）。没有任何变动。请找名称带“instruct”或“chat”的版本。';
		if (reason === 'split-file')
			return '这只是分成多个文件的模型中的一部分，Quern 需要完整的模型。没有任何变动。请找单个文件的同一模型。';
		if (reason === 'too-large')
			return `这个模型太大：它有 ${format.bytes(Number(bytes))}，而浏览器最多只能容纳 ${format.bytes(Number(limitBytes))}。没有任何变动。请选小一些或压缩得更多的模型。`;
		if (reason === 'unknown-architecture')
			return `Quern 无法运行“${architecture}”这一类模型。没有任何变动。请选择其他模型。`;
		return reason === 'no-wasm'
			? '这个浏览器无法运行 AI 模型。你的数据都还在。请更新浏览器，或换一个浏览器打开 Quern。'
			: reason === 'newer-version'
				? '已存的数据来自更新的 Quern 版本。没有删除任何内容。请重新加载以获取该版本。'
				: reason === 'limits'
					? '这台设备的图形芯片带不动这个模型。没有丢失任何内容。请选小一些的模型，或改用处理器运行。'
					: reason === 'no-adapter' || reason === 'no-webgpu'
						? '这个浏览器不支持使用图形芯片。没有丢失任何内容。Quern 可以改用处理器，只是慢一些。'
						: '这台设备做不到。没有丢失任何内容。请选择其他模型。';
	},
	'out-of-memory': ({ reason }) =>
		reason === 'page-ended'
			? '上次载入这个模型时，浏览器结束了页面，多半是内存不够。没有丢失任何内容。请关闭其他标签页和应用后再试，或缩小对话空间，或选小一些的模型。'
			: '设备内存不足。已经写出的内容都保留着。请关闭其他标签页和应用后再试，或选小一些的模型。',
	'device-lost': ({ reason }) =>
		reason === 'tab-ended'
			? '载入模型的那个标签页已关闭或停止。你的对话已保留。请再试一次：模型会在这里载入。'
			: '图形芯片停止了响应。你的对话已保留。请重新加载模型后继续。',
	offline: ({ reason, host }) => {
		if (reason === 'own-file')
			return 'Quern 自身的一部分不在这台设备上，现在也无法获取。没有写入任何内容。请连接一次 Quern 的来源网站，然后再试一次。';
		if (reason === 'peer')
			return '另一台设备断开了连接，或已不在范围内。已收到的部分都保留着。请用新的码重新连接，会从中断处继续。';
		if (reason === 'no-network')
			return '这台设备没有连接任何网络。没有任何改动。请让两台设备连到同一个 Wi-Fi，或让一台连到另一台的热点；不需要互联网。然后再试一次。';
		if (reason === 'captive-portal')
			return '收到的是网页，而不是模型文件。可能被登录页或过滤拦住了。它的内容没有存下。请打开任意网站，看看是什么要求登录，然后再试。';
		if (reason === 'no-gate')
			return 'Quern 暂时还不能从这个页面访问其他网站。已下载的内容会保留。请重新加载页面再试；如果是无痕窗口，请改用普通窗口。';
		if (reason === 'gate-closed')
			return '这个网站不允许 Quern 访问其他网站。已下载的内容会保留。请让网站管理者在发送“sw.js”时不附带内容安全策略（CSP）。';
		if (reason === 'unreadable')
			return `${host ?? '来源'} 有回应，但 Quern 无权读取：可能有过滤器阻挡，或者它不向网页应用提供内容。已下载的内容会保留。请换一个地址。`;
		if (reason === 'missing' && host)
			return `${host} 上没有这个模型的文件。已下载的内容会保留。请换一个地址，或选择其他模型。`;
		if (reason === 'refused' && host)
			return `${host} 不提供这个模型的文件，可能需要账号。已下载的内容会保留。请换一个地址，或选择其他模型。`;
		if (reason === 'missing')
			return '模型文件不在该在的位置。已下载的部分都保留着。请稍后再试，或询问本站的管理者。';
		if (reason === 'refused')
			return '服务器不提供模型文件。已下载的部分都保留着。请稍后再试，或询问本站的管理者。';
		return host
			? `无法连接 ${host}。已下载的部分都保留着。再试一次时，Quern 会从断点继续。`
			: '无法连接来源。已下载的部分都保留着。再试一次时，Quern 会从断点继续。';
	},
	'quota-exceeded': ({ neededBytes, freeBytes }) =>
		typeof neededBytes === 'number' && typeof freeBytes === 'number'
			? `空间不足：需要 ${format.bytes(neededBytes)}，剩余 ${format.bytes(freeBytes)}。已存的内容都还在。请腾出一些空间后再试。`
			: '这台设备空间不足。已存的内容都还在。请腾出一些空间后再试。',
	corrupt: ({ reason, file, host }) => {
		if (reason === 'damaged-backup')
			return '这份备份已损坏：有一部分缺失或被改动。没有恢复任何内容，这里的内容也没有变动。请从保存的地方重新复制该文件，或使用更早的备份。';
		if (reason === 'listing')
			return `${host ?? '来源'} 没有发来 Quern 能看懂的文件列表。没有保留任何内容。请稍后再试，或换一个地址。`;
		const what = file ? `“${file}”` : '一个文件';
		if (reason === 'length')
			return `${what}没有传完。已收到的部分保留着。请再试一次以取得其余部分。`;
		return `${what}已损坏，没有使用。其他内容都还在。请再试一次以重新下载。`;
	},
	untrusted: ({ reason, name, file }) => {
		if (reason === 'different-pack')
			return `这个文件自称“${name}”，但里面并不是那个模型。没有保留其中任何内容。请从可信的来源重新获取。`;
		if (reason === 'unknown-library')
			return `“${name}”要靠它自带的程序运行，而 Quern 不认识这个程序，所以没有启动。没有任何变动。可以在“模型”里看看这意味着什么，再作决定。`;
		return file
			? `“${file}”里有 Quern 不认识的代码，所以没有运行。没有任何变动。请使用来源可信的模型。`
			: '这里有 Quern 不认识的代码，所以没有运行。没有任何变动。请使用来源可信的模型。';
	},
	'invalid-input': ({ reason, file, limit, needed, part }) => {
		if (reason === 'not-a-backup')
			return '这不是 Quern 的备份。没有任何变动。请找名称以 “.quern-backup” 结尾的文件。';
		if (reason === 'wrong-passphrase')
			return '口令与保存这份备份时用的不同。没有任何变动。请检查输入法和大小写，再试一次。';
		if (reason === 'no-conversations')
			return '这个文件里没有 Quern 能读取的对话。没有任何变动。请选择由 Quern、Open WebUI 或 ChatGPT 导出的文件。';
		if (reason === 'not-a-code')
			return '这不是 Quern 的码，或者不完整。没有任何改动。请复制或扫描完整的码。';
		if (reason === 'other-code')
			return '这是另一步的码。没有任何改动。请读取另一台设备现在显示的码。';
		if (reason === 'not-the-protocol')
			return '另一台设备发来了无法理解的内容，没有使用。请确认两台设备都是最新的 Quern，然后用新的码重新连接。';
		if (reason === 'endless-template')
			return '与这个模型对话所用的模板是一个小程序，而它不会结束。没有任何变动。请从可信的来源获取这个模型。';
		if (reason === 'malformed')
			return `“${part}”的内容不对，所以完全没有使用。没有任何变动。请从原来的地方重新获取这个模型。`;
		if (reason === 'no-model-folder')
			return `“${file}”里没有 Quern 能读的模型。没有任何变动。请选择直接放着模型文件的文件夹，或选择单个文件。`;
		if (reason === 'context-window')
			return `这条消息超出了模型的记忆：需要 ${format.number(Number(needed))} 个词元，只有 ${format.number(Number(limit))} 个的位置。没有丢失任何内容。请缩短它，或分几次发送。`;
		if (reason === 'removed')
			return '这段对话已被删除，也许是在另一个标签页里。其他内容没有变动。请复制还需要的内容，然后开始新的对话。';
		return file
			? `无法读取“${file}”。没有任何变动。请确认文件类型是否正确。`
			: '无法读取。没有任何变动。请检查后再试。';
	},
	busy: ({ reason }) =>
		reason === 'newer-tab'
			? '另一个标签页里打开了更新的 Quern。已保存的内容都还在。请重新加载此页面后继续。'
			: '还有别的工作在进行，可能在这里，也可能在另一个标签页。它不受影响。请等它结束或停止它，然后再试。',
	internal: ({ reason }) =>
		reason === 'database'
			? 'Quern 无法在此窗口中打开其存储，所以没有执行这一步。没有删除任何内容。请关闭其他 Quern 标签页后再试一次；如果是无痕窗口，请改用普通窗口。'
			: reason === 'repeats'
				? '模型卡住了，一直在重复，所以已停止。写出的内容都保留着。请要求另一个回答：它会写得更自由。'
				: reason === 'says-nothing'
					? '模型什么也没写。你的问题保留着。请要求另一个回答，或换一种问法。'
					: 'Quern 内部出错了。已保存的内容都还在。请再试一次；如果仍然如此，请重新加载页面。',
} satisfies Messages['errors'];
