import { AppError } from '../../lib/errors.ts';
import type { HubPackWish, WantedFileSet } from '../hub/resolve-hub-pack.ts';
import { NOT_STATED } from '../manifest.ts';
import type { HubModel, HubVariant } from './hub-model.ts';
import { hubPackId } from './hub-pack-id.ts';

/** What WebLLM reads of a repository in MLC's format. The cache's list had another name before. */
const MLC_FILES =
	/^(mlc-chat-config\.json|(tensor|ndarray)-cache\.json|params_shard_\d+\.bin|tokenizer\.json)$/;
const NEEDED = ['mlc-chat-config.json', 'tokenizer.json', 'params_shard_0.bin'];

/** Where the catalogue's compilation of a model is, and all that is known of it before the hub is asked. */
export function wishForModel(model: HubModel, variant: HubVariant): HubPackWish {
	const { repository, quantization, contextWindow, features, largestBufferBytes } = variant;
	return {
		repository,
		revision: 'main',
		about: {
			id: hubPackId(model, variant),
			name: model.name,
			tasks: ['chat'],
			languages: model.languages,
			license: { spdx: model.licence.name, holder: model.maker },
			parameters: model.parameters,
			quantization,
			contextWindow,
		},
		fileSets: [
			{
				...mlcFiles(variant.libraryUrl),
				memoryBytes: variant.memoryBytes,
				requires: {
					features,
					limits: {
						maxBufferSize: largestBufferBytes,
						maxStorageBufferBindingSize: largestBufferBytes,
					},
				},
			},
		],
	};
}

/** What is wished of a repository of which nothing is known: see `describeMlcPack` for the rest. */
export function wishAtAddress(repository: string, libraryUrl: string): HubPackWish {
	const [owner = '', name = ''] = repository.split('/');
	return {
		repository,
		revision: 'main',
		about: {
			id: idOf(owner, name),
			name: name.slice(0, 80),
			tasks: ['chat'],
			languages: [],
			license: { spdx: NOT_STATED, holder: NOT_STATED },
			parameters: 0,
			quantization: NOT_STATED,
			contextWindow: 0,
		},
		fileSets: [{ ...mlcFiles(libraryUrl), memoryBytes: 0 }],
	};
}

function mlcFiles(
	libraryUrl: string,
): Pick<WantedFileSet, 'engine' | 'takes' | 'needs' | 'library'> {
	const file = new URL(libraryUrl).pathname.split('/').at(-1) ?? '';
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(file)) {
		throw new AppError('invalid-input', `no name of a library: ${file}`, { data: { file } });
	}
	return {
		engine: 'web-llm',
		takes: (path) => MLC_FILES.test(path),
		needs: NEEDED,
		library: { url: libraryUrl, path: file },
	};
}

/** Names that differ only in case, or in signs that an id cannot have, are told apart by nobody. */
function idOf(owner: string, name: string): string {
	const plain = (text: string) => text.toLowerCase().replaceAll('_', '-');
	return `hub.${plain(owner)}.${plain(name)}`.slice(0, 80);
}
