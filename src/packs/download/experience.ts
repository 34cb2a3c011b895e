import { Lanes } from './lanes.ts';
import { RangeSize } from './range-size.ts';
import { SourceStanding } from './source-standing.ts';
import type { TransferPolicy } from './transfer-policy.ts';

/** What the files of one installation, fetched one after another, learn of the line and of the sources. */
export class Experience {
	readonly rangeSize: RangeSize;
	readonly lanes: Lanes;
	readonly standing = new SourceStanding();

	constructor(policy: TransferPolicy) {
		this.rangeSize = new RangeSize(policy.chunkBytes);
		this.lanes = new Lanes(policy.lanes, policy.probeTime);
	}
}
