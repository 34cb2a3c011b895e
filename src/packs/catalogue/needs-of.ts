import type { FitNeeds } from '../fit/fit.ts';
import type { HubVariant } from './hub-model.ts';

/** What a compilation asks of a device. `runtimeLimits` are those that its engine asks for, whatever the model. */
export function needsOf(
	variant: Pick<HubVariant, 'memoryBytes' | 'aboutBytes' | 'features' | 'largestBufferBytes'>,
	runtimeLimits: Readonly<Record<string, number>>,
): FitNeeds {
	const { memoryBytes, aboutBytes, features, largestBufferBytes } = variant;
	const atLeast = (name: string) => Math.max(runtimeLimits[name] ?? 0, largestBufferBytes);
	return {
		on: 'gpu',
		memoryBytes,
		downloadBytes: aboutBytes,
		features,
		limits: {
			...runtimeLimits,
			maxStorageBufferBindingSize: atLeast('maxStorageBufferBindingSize'),
			maxBufferSize: atLeast('maxBufferSize'),
		},
	};
}
