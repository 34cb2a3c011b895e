import { bestFit, fitOf, type FitDevice, type FitNeeds } from '../../../packs/fit/fit.ts';
import type { Candidate } from '../../../packs/fit/by-purpose.ts';
import type { HubModel, HubVariant } from '../../../packs/catalogue/hub-model.ts';
import { needsOf } from '../../../packs/catalogue/needs-of.ts';
import {
	bytesOf,
	fileSetFor,
	type PackEngine,
	type PackManifest,
} from '../../../packs/manifest.ts';

/** Where an offered model comes from: this same site, which has it file by file, or a model hub. */
export type OfferSource =
	| { readonly from: 'app'; readonly manifest: PackManifest; readonly engine: PackEngine }
	| { readonly from: 'hub'; readonly model: HubModel; readonly variant: HubVariant };

/** A model as a person is offered it on this device. */
export interface Offer extends Candidate {
	readonly name: string;
	readonly maker: string;
	readonly licence: { readonly name: string; readonly terms: HubModel['licence']['terms'] };
	readonly languages: readonly string[];
	readonly weakIn: readonly string[];
	readonly memoryBytes: number;
	/** Of the download; exact where it comes from this same site. */
	readonly bytes: number;
	readonly source: OfferSource;
}

/** A pack that the app brings along, for the engine that would run it here. */
export function offerOfPack(
	manifest: PackManifest,
	engine: PackEngine,
	device: FitDevice,
	language: string,
): Offer {
	const { id, name, parameters, languages, license } = manifest;
	const set = fileSetFor(manifest, engine);
	const { memoryBytes, requires } = set;
	const bytes = bytesOf(set);
	const needs: FitNeeds = {
		on: engine === 'web-llm' ? 'gpu' : 'processor',
		memoryBytes,
		downloadBytes: bytes,
		features: requires?.features ?? [],
		limits: requires?.limits ?? {},
	};
	return {
		id,
		name,
		parameters,
		maker: license.holder,
		licence: { name: license.spdx, terms: 'open' },
		languages,
		weakIn: [],
		memoryBytes,
		bytes,
		isBundled: true,
		language: languages.includes(language) ? 'serves' : 'none',
		fit: fitOf(needs, device),
		source: { from: 'app', manifest, engine },
	};
}

/** A model on the hub, in the compilation that fits this device best. */
export function offerOfHubModel(
	model: HubModel,
	runtimeLimits: Readonly<Record<string, number>>,
	device: FitDevice,
	language: string,
): Offer {
	const { id, name, maker, licence, parameters, languages, weakIn } = model;
	const compilations = model.variants.map((variant) => ({
		variant,
		needs: needsOf(variant, runtimeLimits),
	}));
	const { chosen, fit } = bestFit(compilations, device)!;
	const { memoryBytes, aboutBytes } = chosen.variant;
	const weak = weakIn.includes(language) ? 'weak' : 'none';
	return {
		id,
		name,
		maker,
		licence,
		parameters,
		languages,
		weakIn,
		memoryBytes,
		bytes: aboutBytes,
		isBundled: false,
		language: languages.includes(language) ? 'serves' : weak,
		fit,
		source: { from: 'hub', model, variant: chosen.variant },
	};
}

/** What a model of its size is good for, in the words of `offers.goodForSizes`. */
export function sizeClass({ parameters }: Pick<Offer, 'parameters'>) {
	if (parameters < 0.8e9) return 'tiny';
	if (parameters < 2.5e9) return 'small';
	return parameters < 5e9 ? 'medium' : 'large';
}
