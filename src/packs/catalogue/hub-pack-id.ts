import type { HubModel, HubVariant } from './hub-model.ts';

/** What the pack is called that a model of the catalogue becomes once it is fetched. */
export function hubPackId(
	{ id }: Pick<HubModel, 'id'>,
	{ kind }: Pick<HubVariant, 'kind'>,
): string {
	return `${id}.${kind}`;
}
