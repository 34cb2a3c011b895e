/** Where the person is: the feature's id and what follows it. Both are empty at the start. */
export interface Route {
	readonly id: string;
	readonly path: readonly string[];
}

/** Reads `#/<id>/<path…>`. Segments are percent-decoded; one that cannot be stays as it is. */
export function parseHash(hash: string): Route {
	const [id = '', ...path] = hash
		.replace(/^#?\/?/, '')
		.split('/')
		.filter(Boolean)
		.map(decode);
	return { id, path };
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** Follows the part of the address after `#`, so that any static host serves every page. */
export class Router {
	#route = $state.raw<Route>(parseHash(''));
	#hasMoved = $state.raw(false);

	get route(): Route {
		return this.#route;
	}

	/** Whether the person has changed places since the page opened. */
	get hasMoved(): boolean {
		return this.#hasMoved;
	}

	/** Follows the address from now on; returns what ends that. */
	start(): () => void {
		const follow = () => (this.#route = parseHash(location.hash));
		let entry = historyEntry();
		const move = () => {
			const before = entry;
			entry = historyEntry();
			// An address that was only replaced is a redirect, and no move of the person's.
			if (entry === undefined || entry !== before) this.#hasMoved = true;
			follow();
		};
		follow();
		addEventListener('hashchange', move);
		return () => removeEventListener('hashchange', move);
	}
}

/** Which entry of the tab's history is shown; undefined in browsers without the Navigation API. */
function historyEntry(): number | undefined {
	return 'navigation' in globalThis ? navigation.currentEntry?.index : undefined;
}
