import type { Messages } from '../../../i18n/locales/en.ts';
import type { FitReason } from '../../../packs/fit/fit.ts';

/** Why a model is tight on this device, or will not run there, as a person reads it. */
export function reasonText(reason: FitReason, { reasons }: Messages['offers']): string {
	switch (reason.code) {
		case 'gpu-buffer':
		case 'tab-memory':
		case 'memory':
			return reasons[reason.code]({ needed: reason.neededBytes, limit: reason.limitBytes });
		case 'memory-unknown':
			return reasons[reason.code]({ needed: reason.neededBytes });
		default:
			return reasons[reason.code];
	}
}
