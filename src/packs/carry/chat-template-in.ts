import { blobSource } from '../../formats/gguf/byte-source.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { fileSetFor } from '../manifest.ts';
import type { PackSource } from './pack-source.ts';

/**
 * The chat template that the engine will run: of a pack for the processor, the one in its GGUF file. WebLLM's is no
 * program. Undefined where there is none that can be read: then the engine refuses the file.
 */
export async function chatTemplateIn(source: PackSource): Promise<string | undefined> {
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
