import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	language: '语言',
	theme: '外观',
	themes: { system: '跟随设备', light: '浅色', dark: '深色' },
	storage: '存储',
	storageUsed: ({ used, free }) =>
		`Quern 在这台设备上占用 ${format.bytes(used)}，还有约 ${format.bytes(free)} 可用。`,
	storageUnknown: '这个浏览器没有提供占用空间的信息。',
	persistent: '浏览器会一直保留这些数据，直到你删除。',
	notPersistent: '设备空间不足时，浏览器可能会自行删除这些数据。',
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
} satisfies Messages['settings'];
