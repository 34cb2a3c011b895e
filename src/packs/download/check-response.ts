import { AppError, type ErrorReason } from '../../lib/errors.ts';
import { gateHeader, isGateAddress, type GateOutcome } from '../../lib/through-gate.ts';
import { parseRetryAfter } from './backoff.ts';
import { parseContentRange } from './content-range.ts';
import { RangesUnreliable, SourceRefused, TransferFailure } from './transfer-failure.ts';

/** The bytes that a request wants: from `first` up to, not including, `end`, of a file of `total`. */
export interface WantedRange {
	/** The file's path in the pack. */
	readonly file: string;
	readonly first: number;
	readonly end: number;
	readonly total: number;
}

/**
 * Returns the file offset at which the body begins: 0 for a whole body, the range's first byte for a part.
 * Throws SourceRefused (`offline` with `data.reason` `captive-portal` for a web page or a redirect to one, `refused`,
 * `missing`), TransferFailure where another attempt may help, RangesUnreliable where the part is not the
 * one asked for.
 */
export function checkResponse(response: Response, wanted: WantedRange): number {
	const { status } = response;
	const gate = response.headers.get(gateHeader.outcome) as GateOutcome | null;
	if (gate ? gate !== 'passed' : isGateAddress(response.url)) throw stoppedAtGate(gate);
	if (response.type === 'opaqueredirect' || (status >= 300 && status < 400) || status === 511) {
		throw captivePortal(wanted.file);
	}
	if (status === 416) throw new RangesUnreliable('status 416');
	if (!response.ok) throw refusal(response);
	if (/^(text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('Content-Type') ?? '')) {
		throw captivePortal(wanted.file);
	}
	if (status === 200) return 0;
	if (status !== 206) throw refusal(response);
	const range = parseContentRange(response.headers.get('Content-Range'));
	const isExact =
		range?.first === wanted.first &&
		range.last === wanted.end - 1 &&
		(range.total ?? wanted.total) === wanted.total;
	if (!isExact) throw new RangesUnreliable(`Content-Range ${JSON.stringify(range)}`);
	return wanted.first;
}

/** The failure when a web page comes in place of the file: a login page or a filter is in the way. */
export function captivePortal(file: string): SourceRefused {
	return new SourceRefused(
		new AppError('offline', `${file}: a web page came`, {
			data: { reason: 'captive-portal', file },
		}),
	);
}

/** Without an outcome there was no gate: the page is not yet under the service worker's control. */
function stoppedAtGate(outcome: GateOutcome | null): Error {
	const as = (reason: ErrorReason) =>
		new AppError('offline', `gate: ${outcome}`, { data: { reason } });
	if (outcome === 'unreachable') return new TransferFailure(as('connection'));
	if (outcome === 'unreadable') return new SourceRefused(as('unreadable'));
	if (outcome === 'closed') return new SourceRefused(as('gate-closed'));
	return new SourceRefused(as(outcome ? 'refused' : 'no-gate'));
}

function refusal(response: Response): Error {
	const { status, headers } = response;
	const as = (reason: ErrorReason) =>
		new AppError('offline', `status ${status}`, { data: { reason, status } });
	if (status === 404 || status === 410) return new SourceRefused(as('missing'));
	if (status === 408 || status === 429 || status >= 500) {
		const retryAfter = parseRetryAfter(headers.get('Retry-After'), Date.now());
		return new TransferFailure(as('server'), retryAfter);
	}
	return new SourceRefused(as('refused'));
}
