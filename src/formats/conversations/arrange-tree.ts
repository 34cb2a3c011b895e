import type { ForeignMessage } from './foreign-conversation.ts';

/** A node of a foreign tree. Without a message, what follows it follows the one before it. */
export interface ForeignNode {
	readonly id: string;
	readonly parentId: string | null;
	readonly message: Omit<ForeignMessage, 'id' | 'parentId'> | undefined;
}

/**
 * The messages of a tree, each after the one that it follows, siblings by time. Nodes whose parent is missing, or that go in a
 * circle, begin the conversation anew; `broken` counts them. Takes as long as there are nodes, however they hang together.
 */
export function arrangeTree(nodes: readonly ForeignNode[]): {
	messages: ForeignMessage[];
	/** For a node without a message, the nearest before it that has one. */
	nearest: (id: string | undefined) => string | undefined;
	broken: number;
} {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const parents = nearestParents(byId);
	let broken = nodes.filter(
		({ message, parentId }) => message && parentId !== null && !byId.has(parentId),
	).length;

	const children = new Map<string | null, ForeignNode[]>();
	const withMessage = [...byId.values()].filter(({ message }) => message);
	for (const node of withMessage) {
		const parent = parents.get(node.id) ?? null;
		const siblings = children.get(parent);
		if (siblings) siblings.push(node);
		else children.set(parent, [node]);
	}
	for (const siblings of children.values()) {
		siblings.sort((a, b) => (a.message?.createdAt ?? 0) - (b.message?.createdAt ?? 0));
	}

	const messages: ForeignMessage[] = [];
	const done = new Set<string>();
	const visit = (root: ForeignNode, parentId: string | null) => {
		const stack: [ForeignNode, string | null][] = [[root, parentId]];
		for (let next = stack.pop(); next; next = stack.pop()) {
			const [node, parent] = next;
			if (done.has(node.id) || !node.message) continue;
			done.add(node.id);
			messages.push({ id: node.id, parentId: parent, ...node.message });
			for (const child of (children.get(node.id) ?? []).toReversed()) stack.push([child, node.id]);
		}
	};
	for (const root of children.get(null) ?? []) visit(root, null);
	// What is left goes in a circle, and is entered anywhere.
	for (const node of withMessage) {
		if (done.has(node.id)) continue;
		broken++;
		visit(node, null);
	}

	const nearest = (id: string | undefined) => {
		if (id === undefined || !byId.has(id)) return undefined;
		return byId.get(id)?.message ? id : (parents.get(id) ?? undefined);
	};
	return { messages, nearest, broken };
}

/** For each node the nearest one before it that has a message; null where there is none. */
function nearestParents(byId: ReadonlyMap<string, ForeignNode>): Map<string, string | null> {
	const nearest = new Map<string, string | null>();
	for (const start of byId.values()) {
		const path: string[] = [];
		const onPath = new Set<string>();
		let node: ForeignNode | undefined = start;
		let found: string | null = null;
		while (node && !nearest.has(node.id) && !onPath.has(node.id)) {
			path.push(node.id);
			onPath.add(node.id);
			const parent: ForeignNode | undefined = byId.get(node.parentId ?? '');
			if (parent?.message) {
				found = parent.id;
				break;
			}
			node = parent;
			if (node && nearest.has(node.id)) found = nearest.get(node.id) ?? null;
		}
		// All on the path but its last node are without a message between them and what was found.
		for (const id of path) nearest.set(id, found);
	}
	return nearest;
}
