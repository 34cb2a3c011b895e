import { blobSource } from '../../formats/gguf/byte-source.ts';
import { chatTemplateOf } from '../../formats/onnx/model-folder.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { fileSetFor } from '../manifest.ts';
import type { PackSource } from './pack-source.ts';

/**
 * The chat template that the engine will run: the one in a GGUF file, or the one that lies beside an ONNX graph.
 * WebLLM's is no program. Undefined where there is none that can be read: then the engine refuses the file.
 */
export async function chatTemplateIn(source: PackSource): Promise<string | undefined> {
	if (source.engine === 'transformers') return besideGraph(source);
	if (source.engine !== 'wllama') return undefined;
	const [file] = fileSetFor(source.manifest, 'wllama').files;
	if (!file) return undefined;
	try {
		const { metadata } = await openGguf(blobSource(source.blob(file.sha256)));
		return metadata.stringOr('tokenizer.chat_template', '') || undefined;
	} catch {
		return undefined;
	}
}

/** transformers.js takes a template in a file of its own before the one in the tokenizer's description. */
async function besideGraph(source: PackSource): Promise<string | undefined> {
	const { files } = fileSetFor(source.manifest, 'transformers');
	const find = (path: string) => files.find((file) => file.path === path);
	const own = find('chat_template.jinja');
	if (own) return source.blob(own.sha256).text();
	const config = find('tokenizer_config.json');
	return config && chatTemplateOf(source.blob(config.sha256));
}
