import { Format } from '../format.ts';
import { pluralsOf } from '../plural.ts';
import type { Messages } from './en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	app: {
		name: 'Quern',
		purpose: '属于你自己的 AI',
		skipToContent: '跳到正文',
		places: '栏目',
		notFound: '这个地址没有内容',
		notFoundNext: '链接可能来自旧版本的 Quern。你的数据没有变动。',
		goHome: '回到首页',
		updateReady: 'Quern 的新版本已就绪。',
		updateNow: '立即重启',
		updateLater: '以后再说',
		updateWaits: '新版本已就绪。等当前的工作完成后就可以启用。',
		install: '安装',
		installOffer: '把 Quern 装到这台设备上，像其他应用一样打开。',
		installLater: '暂时不用',
		installOnIos: '要安装 Quern，请点按“共享”，再点“添加到主屏幕”。',
		brokenPage: '这个页面停止工作了',
		brokenPageNext: '你的对话和模型都还在。请再试一次，或转到其他栏目。',
		databaseClosed: 'Quern 打不开它的存储',
		databaseClosedNext:
			'没有删除任何内容。请关闭其他 Quern 标签页后再试一次。如果是无痕窗口，请改用普通窗口。在此之前无法保存任何内容。',
		databaseNewer: '已存的数据来自更新的 Quern 版本。没有删除任何内容。请重新加载以获取该版本。',
	},

	actions: {
		cancel: '取消',
		close: '关闭',
		copy: '复制',
		copied: '已复制',
		copyFailed: '浏览器不允许复制。请自己选中文字再复制。',
		delete: '删除',
		deleted: '已删除',
		dismiss: '知道了',
		more: '更多',
		reload: '重新加载',
		retry: '再试一次',
		undo: '撤销',
	},

	errors: {
		aborted: () => '已停止。之前完成的部分都保留着。',
		unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
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
			reason === 'repeats'
				? '模型卡住了，一直在重复，所以已停止。写出的内容都保留着。请要求另一个回答：它会写得更自由。'
				: reason === 'says-nothing'
					? '模型什么也没写。你的问题保留着。请要求另一个回答，或换一种问法。'
					: 'Quern 内部出错了。已保存的内容都还在。请再试一次；如果仍然如此，请重新加载页面。',
	},

	chat: {
		title: '聊天',
		conversations: '对话',
		newConversation: '新对话',
		untitled: '未命名的对话',
		none: '你开始的对话会出现在这里。',
		options: '对这个对话的操作',
		rename: '重命名',
		renameTitle: '重命名对话',
		renameLabel: '名称',
		renameSave: '保存',
		removed: ({ title }) => `已删除“${title}”。`,
		conversationsUnreadable: ({ count }) =>
			`有 ${plural(count, { other: '# 个对话' })}无法读取，已原样保留。`,
		messagesUnreadable: ({ count }) =>
			`有 ${plural(count, { other: '# 条消息' })}无法读取，已原样保留。`,
		messages: '消息',
		you: '你',
		answer: '回答',
		composer: '消息',
		send: '发送',
		stop: '停止',
		answerAgain: '重新回答',
		goOn: '继续',
		toNewest: '回到最新',
		waiting: '正在读你的消息…',
		stopped: '你停止了这个回答。',
		interrupted: '这个回答中断了，已写出的部分保留着。',
		elsewhere: '这个回答正在另一个标签页中生成。',
		trimmed: ({ turns }) =>
			`最早的${plural(turns, { other: ' # 组问答' })}已超出模型的记忆，没有用于这个回答。`,
		restarted: '图形芯片刚才失去响应。模型已重新载入，回答从头开始。',
		outOfRoom: '回答到此为止：模型的记忆已满。',
		failed: '回答失败',
		notSaved: '这个回答没有保存',
		notDone: '没有成功',
		useProcessor: '改用处理器',
		loading: '正在载入模型',
		preparing: '正在为这台设备准备模型',
		mayWrite: '现在就可以写。',
		loadFailed: '模型无法载入',
		busyElsewhere: '模型正在另一个对话里回答。',
		goThere: '去看看',
		emptyTitle: '问一个小问题',
		emptyTextUnknown: ({ model }) =>
			`${model} 来自一个没有注明支持哪些语言的文件。它可能出错，要紧的事请自己核实。`,
		emptyText: ({ model, languages }) =>
			`${model} 是个小模型，只懂${format.list(languages)}。它常常出错，要紧的事请自己核实。`,
		emptyPrivate: '你写的内容只留在这台设备上。',
		starters: '例如',
		noModel: '这台设备上还没有模型',
		noModelText: '聊天需要一个模型。只需下载一次，之后不联网也能用。',
		getModel: '看看入门模型',
		installing: '模型正在下载。现在就可以写，下载好后即可发送。',
		installPaused: '模型的下载已暂停。现在就可以写，下载好后即可发送。',
		seeInstall: '查看下载',
	},

	markdown: {
		code: '代码块',
		codeIn: ({ language }) => `代码块，${language}`,
		copyCode: '复制代码',
		table: '表格',
		image: '图片，未加载：',
		done: '已完成',
		open: '未完成',
		linkTitle: '打开这个网址？',
		linkLeaves: '它会离开 Quern，进入互联网。那个网站会知道这台设备打开了它。',
		linkMail: '邮件应用会打开，并填好这个地址。不会自动发送任何内容。',
		linkSite: '网站：',
		linkOpen: '打开',
	},

	models: {
		title: '模型',
		firstTitle: '在你自己的设备上运行 AI',
		firstLead:
			'Quern 就在这里运行 AI 模型。模型只下载一次，之后不需要网络和账号也能回答，别人也读不到你写的内容。',
		expectTitle: '它能做到什么',
		expectSmall: '入门模型很小，能写短文、回答简单的问题。它常常出错，而且错的时候也说得很肯定。',
		expectLanguages: ({ languages }) => `它懂${format.list(languages)}，用其他语言几乎派不上用场。`,
		fetchTitle: '要下载什么',
		name: '模型',
		size: '大小',
		exactSize: ({ bytes }) => `${format.bytes(bytes)}（${format.number(bytes)} 字节）`,
		from: '来源',
		fromHere: ({ host }) => `${host}，即本站`,
		free: '可用空间',
		freeAbout: ({ bytes }) => `浏览器说大约有 ${format.bytes(bytes)}`,
		freeUnknown: '浏览器没有说',
		mayNotFit: '空间可能不够。仍然可以试试：即使放不下，也不会丢失任何东西。',
		licence: '许可证',
		deleteLater: '随时可以在“模型”里删除，不留任何痕迹。',
		metered: ({ bytes }) =>
			`你好像在用移动数据，或开启了省流量模式。这会用掉 ${format.bytes(bytes)}。`,
		get: ({ bytes }) => `下载模型（${format.bytes(bytes)}）`,
		later: '以后再说',
		device: '这台设备',
		deviceLooking: '正在查看这台设备的能力…',
		deviceGpu: '由图形芯片来运算。',
		deviceProcessor: '由处理器来运算，比图形芯片慢。',
		findings: {
			'no-webgpu': '这个浏览器不支持使用图形芯片（没有 WebGPU）。',
			'no-adapter': '浏览器没有找到可用的图形芯片。',
			software: '图形芯片只是由处理器模拟的。能用，但很慢。',
			limits: '图形芯片太小，装不下这个模型。',
			'no-library': '这个模型没有为这种图形芯片做好准备。',
			'no-f16': '图形芯片不支持半精度计算（没有 f16），模型会稍慢一些。',
			'no-threads': '浏览器只让模型使用一个处理器核心。',
		},
		details: '详情',
		detail: {
			graphics: '图形芯片',
			none: '无',
			software: '由处理器模拟',
			f16: '半精度（f16）',
			buffer: '最大缓冲区',
			binding: '最大绑定',
			workgroup: '工作组内存',
			cores: '处理器核心',
			threads: '可同时用多个核心',
			memory: '内存',
			memoryAtLeast: ({ bytes }) => `至少 ${format.bytes(bytes)}`,
			yes: '是',
			no: '否',
		},
		fetching: ({ name }) => `正在下载 ${name}`,
		paused: ({ name }) => `${name} 已暂停`,
		waitingConnection: '没有网络连接。恢复后会自动继续。',
		waitingOtherTab: 'Quern 的另一个标签页正在下载这个模型。如果那边停下，这里会接着下载。',
		bytesOf: ({ done, total }) => `${format.bytes(done)} / ${format.bytes(total)}`,
		speed: ({ bytesPerSecond }) => format.speed(bytesPerSecond),
		timeLeft: ({ seconds }) => `还需 ${format.duration(seconds)}`,
		pause: '暂停',
		resume: '继续',
		pausedText: '已下载的部分会保留，关闭 Quern 也不会丢。',
		lookAround: '这期间可以先四处看看。每个文件到达时都会校验。',
		cancel: '取消下载',
		cancelTitle: '要取消下载吗？',
		cancelText: '已下载的部分会被删除。',
		cancelKeep: '不取消',
		failed: '下载停止了',
		freeSpace: '看看什么占了空间',
		notPersistent: '浏览器没有承诺保留这个模型。设备空间不足时，它可能会被删除。现在一切照常可用。',
		installed: '在这台设备上',
		engine: '运行于',
		engines: {
			'web-llm': '图形芯片（WebLLM）',
			wllama: '处理器（wllama）',
			transformers: '图形芯片或处理器，取较快者（transformers.js）',
		},
		languages: '语言',
		languageList: ({ languages }) => format.list(languages),
		room: '一次对话的记忆',
		roomTokens: ({ tokens, words }) =>
			`约 ${format.number(words)} 个英文单词（${format.number(tokens)} 个词元）`,
		since: '安装于',
		chat: '和它聊天',
		keptIn: '存放于',
		shelves: { 'indexed-db': '浏览器的数据库', opfs: '浏览器的私有文件' },
		moveFaster: '移到更快的存储处',
		moveTo: (p) => `移到：${p.shelf}`,
		moving: '正在移动模型',
		moved: (p) => `模型现在存放于：${p.shelf}。`,
		check: '检查文件',
		checking: '正在检查文件',
		checkGood: '所有文件都完好。',
		checkBroken: ({ count }) =>
			`${plural(count, { other: '# 个文件' })}已损坏，要重新下载后才能使用模型。`,
		repair: '重新下载',
		remove: '删除模型',
		removeTitle: ({ name }) => `要删除 ${name} 吗？`,
		removeText: ({ bytes }) =>
			`这会腾出 ${format.bytes(bytes)}。你的对话会保留。想再用这个模型，要重新下载。`,
		removed: ({ name }) => `已删除 ${name}。`,
		notStated: '文件中没有注明',
		digest: '指纹（SHA-256）',
		use: '使用这个',
		inUse: '聊天时由这个模型回答。',
		export: '保存为文件',
		exporting: '正在保存为文件',
		exported: ({ file }) => `已保存 ${file}。其他设备上的 Quern 不用联网就能导入它。`,
		importTitle: '从文件导入',
		importText:
			'从 Quern 保存的模型（.quern）、GGUF 文件，或 MLC 格式、transformers.js（ONNX）格式的文件夹。选择它，拖放到本页，或粘贴。不需要联网。',
		importChoose: '导入文件',
		importReading: ({ name }) => `正在读取 ${name}`,
		importing: ({ name }) => `正在导入 ${name}`,
		importChecked: '每个文件在使用前都会检查。',
		importFailed: '文件没有导入',
		notDone: '没有成功',
	},

	embeddings: {
		purpose:
			'按含义查找文本。它不聊天，Quern 目前还没有功能用到它：将来在你自己的文档中搜索时会用到。',
		room: '一次可读',
		offerTitle: '供以后按含义搜索',
		offerText: '它只懂英语。',
	},

	speed: {
		order: '排序依据',
		lastUse: '上次使用',
		never: '尚未使用',
		shared: '共用部分',
		sharedWith: (p) => `与${format.list(p.names)}共用 ${format.bytes(p.bytes)}，只存一份。`,
		nameOf: (p) => `${p.name}（${p.engine}）`,
		title: '在本设备上的速度',
		none: '尚未测量。第一次较长的回答会自动记录下来。',
		measure: '测量',
		measureAgain: '重新测量',
		explain: '模型会重新加载，并回答一个简短的问题。用图形芯片只需几秒，用处理器最多约一分钟。',
		stages: {
			load: '正在加载模型',
			prefill: '正在读问题',
			decode: '正在写回答',
			memory: '正在查询所用内存',
		},
		load: '加载',
		seconds: (p) => plural(p.seconds, { other: '# 秒' }, 1),
		reading: '阅读',
		writing: '书写',
		tokensPerSecond: (p) => plural(p.tokens, { other: '每秒 # 个词元' }, 1),
		memory: '内存',
		memoryOfPage: (p) => `${format.bytes(p.bytes)}，不含图形芯片上的部分`,
		by: { benchmark: '测量于', answer: '记录于某次回答' },
		export: '将测量结果存为文本',
		reportTitle: 'Quern：模型在本设备上的速度',
		storageTitle: '存储',
		models: '模型',
		modelsTake: (p) => `${plural(p.count, { other: '# 个模型' })}，${format.bytes(p.bytes)}`,
		used: 'Quern 总共',
		notTold: '浏览器没有说明',
		about: (p) => `浏览器称约 ${format.bytes(p.bytes)}`,
		kept: '保留',
		keptFirmly: '直到你自己删除',
		keptLoosely: '直到设备空间不足：那时浏览器可能会删除它',
	},

	bring: {
		libraryTitle: (p: { name: string }) => `“${p.name}”自带了一个程序`,
		libraryUnknown:
			'它要靠一个 Quern 不认识的程序在图形芯片上计算。Quern 不会自行启动任何不认识的程序。',
		libraryNotImported: '所以没有导入任何内容。',
		libraryWaits: '所以这个模型还不能回答。',
		libraryDecide: '了解更多再决定',
		libraryWhat:
			'在图形芯片上，模型由一个编译好的小程序运行，叫作它的库。Quern 附带的库都能凭指纹认出来，这一个不在其中。',
		librarySees:
			'它能看到你写给这个模型的内容和模型的回答，并在你的图形芯片上计算。它与页面隔开运行，接触不到网络、你的文件和其他对话。',
		librarySource: (p: { source: string }) => `模型自称来自“${p.source}”，没有人核实过。`,
		libraryDigest: '它的指纹（SHA-256），可与制作者公布的对照：',
		libraryAdvice: '只有知道它从哪里来，才信任它。',
		libraryRefuse: '不使用',
		libraryTrust: '我信任这个程序',
		trusted: '信任的程序',
		trustedText: '模型自带的、你允许运行的程序。',
		trustedSince: (p: { date: string }) => `自 ${p.date} 起`,
		takeBack: '收回信任',
		chooseFolder: '导入文件夹',
		dropHere: '拖放到这里即可导入',
		offered: (p: { name: string; bytes: number }) =>
			`“${p.name}”（${format.bytes(p.bytes)}）交给了 Quern`,
		offeredText: '还没有导入任何内容。每个文件在使用前都会检查。',
		offeredAccept: '导入',
		offeredDecline: '不导入',
		notReceived: '分享的文件没有收到',
		notReceivedText: '也许空间不够。没有任何变动。可以在这里自己选择文件。',
	},

	sharing: {
		queued: (p) =>
			p.ahead === 1
				? '模型正在回答另一个标签页，接下来就轮到你。'
				: plural(p.ahead, { other: '前面还有其他标签页的 # 个回答，之后轮到你。' }),
		tabEnded: '载入模型的那个标签页已关闭或停止。模型已重新载入，回答从头开始。',
		otherModel: (p) => `另一个标签页正在使用 ${p.other}。你在这里提问时，会改为载入 ${p.own}。`,
		notLoaded: '现在没有载入模型。提问时会载入。',
		inThisTab: (p) => `${p.model} 已载入，在这个标签页里。`,
		inOtherTab: (p) => `${p.model} 已载入，在 Quern 的另一个标签页里。`,
		sharedBy: (p) =>
			p.tabs === 1
				? '有 1 个标签页在使用它。'
				: plural(p.tabs, { other: '有 # 个标签页共用它，只占一份内存。' }),
		free: '释放内存',
		lowMemory: '设备内存不够',
		lessRoom: (p) => `缩小对话空间（${format.number(p.tokens)} 个词元）`,
		smallerModel: (p) => `改用 ${p.model}`,
		seeModels: '查看模型',
		roomIsLess: (p) =>
			`因为内存不够，与这个模型的对话只有 ${format.number(p.tokens)} 个词元的空间。`,
		allRoom: (p) => `重新使用全部 ${format.number(p.tokens)} 个词元`,
	},

	variants: {
		variants: '版本',
		before: '上一个版本',
		after: '下一个版本',
		place: (p) => `${format.number(p.number)}/${format.number(p.count)}`,
		edit: '修改后重新发送',
		wording: '你的消息',
		editExplained: '原来的消息和回答都会保留，随时可以切换回去。',
		fork: '从这里开始新对话',
		forkOf: (p) => `${p.title}（2）`,
		questionOptions: '对这条消息的操作',
		answerOptions: '对这个回答的操作',
	},

	offers: {
		title: '更多模型',
		lead: ({ language }) => `按这台设备的能力，并为${language}挑选。`,
		none: '这台设备运行不了 Quern 所知的其他模型。',
		starterFirst: '在这台设备和当前网络上，建议先从入门模型开始。',
		languageNone: ({ language }) => `能在这里运行的模型都不擅长${language}。以下几个最接近。`,
		purposes: { quick: '快速', balanced: '均衡', best: '最佳' },
		purposeTexts: {
			quick: '小而快，适合简单的事。',
			balanced: '适合日常写作和提问。',
			best: '这台设备能运行的最强模型。',
		},
		recommended: '推荐',
		onDevice: '已在这台设备上',
		all: ({ count }) => plural(count, { other: '全部 # 个模型' }),
		filterLanguage: '语言',
		anyLanguage: '不限',
		filterFit: '只看能在这里运行的',
		noneLeft: '没有剩下的模型。请换一种语言，或显示全部。',
		about: ({ bytes }) => `约 ${format.bytes(bytes)}`,
		verdicts: {
			fits: '适合这台设备',
			tight: '这台设备勉强能用',
			'will-not-fit': '无法在这台设备上运行',
		},
		reasons: {
			'no-webgpu': '这个浏览器不能使用图形芯片（没有 WebGPU）。',
			'no-adapter': '浏览器没有找到可用的图形芯片。',
			'no-f16': '它需要能用半精度（f16）计算的图形芯片，而这块不能。',
			'gpu-limits': '图形芯片一次能用的资源不够。',
			'gpu-buffer': ({ needed, limit }) =>
				`它需要 ${format.bytes(needed)} 的整块显存，图形芯片最多允许 ${format.bytes(limit)}。`,
			'tab-memory': ({ needed, limit }) =>
				`它约占 ${format.bytes(needed)} 内存。这台设备会关闭占用超过约 ${format.bytes(limit)} 的网页。`,
			memory: ({ needed, limit }) =>
				`它约占 ${format.bytes(needed)} 内存，而这里的网页最多约可用 ${format.bytes(limit)}。`,
			'memory-unknown': ({ needed }) =>
				`它约占 ${format.bytes(needed)} 内存。浏览器没有说明这台设备是否有这么多空闲内存。`,
			software: '图形芯片只是由处理器模拟的，每个词要等几秒。',
		},
		goodFor: '适合',
		goodForSizes: {
			tiny: '短文和简单的问题。经常出错。',
			small: '日常写作和摘要。许多事实会弄错。',
			medium: '较长的回答、讲解和初稿。偶尔出错。',
			large: '较难的问题和长文。更慢，有时仍会出错。',
		},
		languagesBy: ({ languages, maker }) => `${format.list(languages)}（据 ${maker}）`,
		weakIn: '较弱的语言',
		aboutSize: ({ bytes }) => `约 ${format.bytes(bytes)}。确切大小以模型库为准。`,
		memory: '内存',
		memoryAbout: ({ bytes }) => `运行时约 ${format.bytes(bytes)}`,
		terms: {
			open: '可自由用于任何用途',
			llama: '有条件地免费：须遵守 Meta 的使用政策，转交他人时注明“Built with Llama”',
			gemma: '有条件地免费：Google 禁止某些用途，转交他人时须附上这些条款',
		},
		licenceLine: ({ name, terms }) => `${name}：${terms}`,
		ask: ({ host }) => `询问 ${host}`,
		askFirst: ({ host }) =>
			`目前还没有发出任何请求。Quern 会先问 ${host} 有哪些文件，该网站会知道这台设备问过。`,
		asking: ({ host }) => `正在询问 ${host}…`,
		notAsked: '未能询问模型库',
		otherDownload: '另一个下载正在进行。完成后再开始这一个。',
		filesCount: ({ count, bytes }) =>
			plural(count, {
				other: `# 个文件，${format.bytes(bytes)}（${format.number(bytes)} 字节）`,
			}),
		files: '文件',
		commit: '版本（commit）',
		library: '附带的代码（SHA-256）',
		download: ({ bytes }) => `开始下载（${format.bytes(bytes)}）`,
		trustFirst: '您决定之后才会开始下载。',
		addTitle: '按地址添加模型',
		addText: '任何为 WebLLM 准备（MLC 格式）并放在模型库里的模型。请填写所有者和名称，或粘贴地址。',
		addRepository: '所有者和名称',
		addLibrary: '已编译库的地址（.wasm）',
		addLibraryHint: '上面列出的模型不需要填。',
		addInvalid: '这不是所有者和名称。请写成 owner/name。',
		addNotThere: '那里没有提供适用于 WebLLM（MLC 格式）的模型。请检查所有者和名称。',
		addLibraryInvalid: '这不是 .wasm 文件的地址。地址以 https 开头。',
		addLibraryMissing: '这个模型不在上面的列表里。请同时填写它的库的地址。',
	},

	conversion: {
		title: '用显卡运行',
		ready: '这个模型可以转换成由显卡运行的形式，通常会快很多。',
		measuring: '正在用这个文件测量会损失什么……',
		exact: '没有任何损失：每个权重的值都不变。',
		lost: (p: { error: number }) =>
			`会有一些损失：权重会舍入到 4 位，误差约为其大小的 ${format.share(p.error)}。回答会略有不同，也可能变差。在处理器上则按原样运行，没有损失。`,
		keeps: (p: { bytes: number }) =>
			`原文件保持不变。转换后的模型另占 ${format.bytes(p.bytes)}；两者都可以随时删除。不会下载任何东西。`,
		convert: '转换为显卡格式',
		converting: '正在转换为显卡格式',
		progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
			`${format.bytes(p.done)}，共 ${format.bytes(p.total)}，${format.speed(p.bytesPerSecond)}`,
		converted: '模型已转换，从现在起由显卡回答。',
		done: '已经转换过了：转换后的模型单独列在本页。',
		noGpu: '这个模型可以转换给显卡用，但这台设备没有能运行它的显卡。它在处理器上运行。',
		noLibrary: 'Quern 没有适合这种结构的显卡程序。它按原样在处理器上运行。',
		unsupported: '这个文件里有些内容还不能转换给显卡用。它按原样在处理器上运行。',
		weightsOf: (p: { type: string }) => `${p.type} 权重`,
		lossOf: (p: { error: number; weights: number }) =>
			p.error === 0
				? `无损失，${format.number(p.weights)} 个权重`
				: `${format.share(p.error)}，${format.number(p.weights)} 个权重`,
		worst: '损失最多',
		worstOf: (p: { tensor: string; error: number }) => `${p.tensor}：${format.share(p.error)}`,
		measure: '差值的均方根与权重的均方根之比。取自这个文件每个张量的若干行。',
		from: '在本机转换自',
		fromDigest: '该文件的指纹',
	},

	backends: {
		comparing: '正在试图形芯片和处理器哪个在这里更快；只试这一次',
		term: '在这里更快的是',
		untried: '首次使用时试出',
		wasm: (p) => `处理器（试于 ${format.date(p.date)}）`,
		webgpu: (p) =>
			`图形芯片，速度是处理器的 ${format.number(p.times)} 倍（试于 ${format.date(p.date)}）`,
	},

	hand: {
		title: '设备对设备',
		lead: '模型直接从一台设备传到附近的另一台。不需要互联网，不需要账号，中间没有任何环节。',
		network: '两台设备必须在同一个 Wi-Fi 里，或者一台连着另一台的热点。',
		passOn: '传给附近的设备',
		passOnThis: ({ name, engine }) => `传递 ${name} – ${engine}`,
		receive: '从附近的设备接收',
		receiveAgain: '接收另一个模型',
		begin: ({ name, bytes }) => `传递 ${name}（${format.bytes(bytes)}）`,
		preparing: '正在生成码…',
		showFirst: '1. 把这个码给另一台设备看',
		showFirstHow: '在那台设备上打开 Quern，进入“模型”，选择“从附近的设备接收”。',
		takeSecond: '2. 读取另一台设备随后显示的码',
		takeFirst: '1. 读取另一台设备显示的码',
		takeFirstHow: '在那台设备上打开 Quern，进入“模型”，选择“传给附近的设备”。',
		showSecond: '2. 把这个码给另一台设备看',
		waitingForOther: '正在等待另一台设备',
		qrCode: '二维码',
		copyCode: '复制码',
		codeAsText: '文字形式的码',
		scan: '用摄像头扫描',
		scanning: '把摄像头对准码。画面只留在这台设备上。',
		stopScanning: '关闭摄像头',
		picture: '摄像头看到的画面',
		cameraRefused: '没有获准使用摄像头。请在浏览器设置中允许，或者粘贴码。',
		cameraMissing: '没有可用的摄像头。请改为粘贴码。',
		pasteCode: '或者粘贴码',
		take: '读取',
		connecting: '正在连接',
		connectingHow:
			'如果连不上：两台设备在同一个网络里吗？访客网络常常把设备隔开，热点不会。请至少让其中一台扫描，并暂停 VPN。',
		number: '两个屏幕必须显示这个号码',
		numberWhy: '如果号码不同，中间可能有人：请停止。',
		waitingForYes: '正在等待另一台设备同意',
		offered: '另一台设备提供',
		memory: '需要的内存',
		bringsLibrary: '它自带一个程序。在你到“模型”里读过说明并同意之前，这个程序不会运行。',
		cannotTake: '这里无法使用它',
		accept: '号码相同：接收',
		decline: '不要',
		passing: ({ name }) => `正在传递 ${name}`,
		taking: ({ name }) => `正在接收 ${name}`,
		verifying: ({ name }) => `正在检查已有的 ${name}`,
		keepOpen:
			'请让两台设备上的 Quern 都开着。每个文件到达时都会检查；如果连接中断，已到的部分会保留。',
		stop: '停止',
		passedOn: ({ name }) => `${name} 现在已在另一台设备上。`,
		passOnAgain: '传给另一台设备',
		declined: '另一台设备没有接受。',
		taken: ({ name }) => `${name} 现在已在这台设备上，每个文件都检查过。`,
		failed: '传输停止了',
		connectAgain: '重新连接',
		unfinished: ({ name, done, total }) =>
			`${name} 的 ${format.bytes(total)} 中已收到 ${format.bytes(done)}。再次从任何一台有它的设备接收，就会从这里继续。`,
		dropUnfinished: '删除这一部分',
		toModels: '前往模型',
	},

	take: {
		title: '带走 Quern',
		lead: '把整个应用、你选择的模型和一个小服务器写进一个文件。解压后（比如在 U 盘上），不用互联网就能在另一台电脑上启动。',
		which: '一起带走的模型',
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
	},

	hub: {
		title: '模型从哪里来',
		text: '不在本网站上的模型来自模型库，也就是公开的模型集合。下载的内容都会与其指纹核对。',
		hub: '模型库',
		use: '使用这个地址',
		usual: ({ host }) => `改回 ${host}`,
		mirror: '镜像地址',
		mirrors: '镜像，按询问的先后排列',
		mirrorText:
			'如果模型库被屏蔽或很慢，可以使用镜像，也就是它在另一个地址上的副本。先问模型库，再问镜像，每个文件同样会核对。',
		add: '添加',
		remove: ({ address }) => `移除 ${address}`,
		wrong: 'Quern 不能使用这个地址。它必须以 https:// 开头，而且还不在列表中。没有任何改动。',
		tryAnother: '换一个地址',
		unreachable: ({ host }) =>
			`无法连接 ${host}。一旦恢复就会自动继续。如果它在你所在的地方被屏蔽，请换一个地址。`,
	},

	ledger: {
		title: '从这台设备发出的请求',
		short: 'Quern 发给其他网站的每一个请求及其用途。',
		see: '查看列表',
		lead: '只有在你从其他网站获取模型时，Quern 才会访问那些网站。每个请求都列在这里，没有放行的请求也会列出。这份列表只保存在这台设备上。',
		empty: '这台设备没有发出过任何请求',
		emptyText: '当你从其他网站获取模型时，每个请求都会列在这里。',
		site: '网站',
		allSites: '所有网站',
		save: '存为文本',
		clear: '清空列表',
		clearTitle: '要清空列表吗？',
		clearText: '列表中的记录会从这台设备上删除。模型和对话会保留。',
		older: '显示更早的',
		unreadable: ({ count }) => plural(count, { other: '有 # 条记录无法读取，已原样保留。' }),
		forFile: ({ pack, file }) => `用于 ${pack}：${file}`,
		forRepository: ({ repository }) => `查看 ${repository} 里有什么`,
		forNothing: '你没有要求过',
		outcomes: {
			open: '没有记录到结束',
			done: '完成',
			failed: '失败',
			stopped: '已停止',
			refused: '未放行',
		},
		requests: ({ count }) => plural(count, { other: '# 个请求' }),
		status: ({ status }) => `状态 ${format.number(status)}`,
		answeredBy: ({ host }) => `由 ${host} 回应`,
	},

	settings: {
		title: '设置',
		language: '语言',
		theme: '外观',
		themes: { system: '跟随设备', light: '浅色', dark: '深色' },
		storage: '存储',
		storageUsed: ({ used, free }) =>
			`Quern 在这台设备上占用 ${format.bytes(used)}，还有约 ${format.bytes(free)} 可用。`,
		storageUnknown: '这个浏览器没有提供占用空间的信息。',
		persistent: '浏览器会一直保留这些数据，直到你删除。',
		notPersistent: '设备空间不足时，浏览器可能会自行删除这些数据。',
		askToKeep: '请浏览器保留数据',
		persistRefused: '浏览器暂时没有同意。一切照常可用。安装 Quern 或经常使用，通常会让它同意。',
		models: '模型',
		noModels: '还没有安装模型。',
		modelsInstalled: ({ count, bytes }) =>
			`已安装 ${plural(count, { other: '# 个模型' })}，共 ${format.bytes(bytes)}。`,
		manageModels: '查看模型',
		device: '这台设备',
		deviceLooking: '正在查看这台设备的能力…',
		deviceGpu: ({ name }) => `模型在图形芯片上运行（${name}）。`,
		deviceSoftwareGpu: '浏览器只是用处理器模拟图形芯片。模型能运行，但很慢。',
		deviceNoWebGpu: '这个浏览器不支持使用图形芯片。模型在处理器上运行，会慢一些。',
		deviceNoAdapter: '没有找到可用的图形芯片。模型在处理器上运行，会慢一些。',
		deviceHalfPrecision: '它支持半精度计算，更快，也更省内存。',
		deviceNoHalfPrecision: '它只支持全精度计算，占用的内存更多。',
		deviceThreads: ({ count }) => plural(count, { other: '处理器有 # 个线程。' }),
		deviceOneThread: ({ count }) =>
			plural(count, { other: '处理器有 # 个线程，但在这里只能用一个。请重新加载一次页面。' }),
		deviceMemory: ({ bytes }) => `浏览器报告内存约 ${format.memory(bytes)}，实际可能更多。`,
		deleteAll: '删除全部数据',
		deleteAllExplained: '从这台设备上删除 Quern 的全部对话、模型和设置。没有其他副本。',
		deleteAllTitle: '要删除全部数据吗？',
		deleteAllConfirm: '全部删除',
		deleteAllDone: '已全部删除。',
	},

	about: {
		title: '关于',
		lead: 'Quern 在你自己的设备上运行 AI 模型。模型只下载一次，之后不需要网络、账号和服务器。',
		nameOrigin:
			'quern 是一种手推石磨。当年领主要大家都去他的磨坊付费磨面，家家户户便自己留着一副。',
		isNot: '它不是什么',
		isNotText:
			'这些模型很小，常常弄错事实，而且说得很肯定。医疗、法律和财务上的决定，请不要依赖它们。',
		promises: '它的承诺',
		promiseLocal: '你写的内容只留在这台设备上。没有服务器能读到它。',
		promiseNetwork: 'Quern 只向网络索取自己的文件，以及你要下载的模型。',
		promiseCount: '不做统计，没有广告，不用账号。',
		promiseVerify: '每个下载的文件都先校验，再使用。',
		licences: '许可证',
		licenceQuern: 'Quern 是自由软件，采用 Apache License 2.0。',
		licenceModel: '入门模型是 Hugging Face 的 SmolLM2-135M-Instruct，采用 Apache License 2.0。',
		licenceFont: 'Vazirmatn 字体采用 SIL Open Font License 1.1。',
		licenceLibraries: 'Quern 使用了这些程序库：',
		licenceTexts: '阅读许可证全文',
		version: ({ version }) => `版本 ${version}`,
	},
} satisfies Messages;
