import type { Messages } from '../en.ts';

export default {
	lead: 'Quern 在你自己的设备上运行 AI 模型。模型只下载一次，之后不需要网络、账号和服务器。',
	nameOrigin: 'quern 是一种手推石磨。当年领主要大家都去他的磨坊付费磨面，家家户户便自己留着一副。',
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
} satisfies Messages['about'];
