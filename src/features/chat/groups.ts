import type { Conversation } from '../../storage/records/conversation.ts';
import type { Project } from '../../storage/records/project.ts';

/** Conversations that stand together in the list. */
export interface Group {
	readonly kind: 'pinned' | 'project' | 'today' | 'yesterday' | 'earlier';
	/** Of the kind `project`. */
	readonly project?: Project;
	readonly items: readonly Conversation[];
}

/**
 * Sorts conversations into the groups of the list, each in the order given: pinned ones, projects (also those
 * without any), then the others by day. Archived ones are left out, and so are empty groups.
 */
export function groupsOf(
	conversations: readonly Conversation[],
	projects: readonly Project[],
	now = Date.now(),
): Group[] {
	const known = new Set(projects.map(({ id }) => id));
	const today = new Date(now).setHours(0, 0, 0, 0);
	// Not a day's length before: days of 23 and 25 hours exist.
	const yesterday = new Date(today).setDate(new Date(today).getDate() - 1);
	const members = new Map<string, Conversation[]>();
	for (const conversation of conversations) {
		const { archivedAt, pinnedAt, projectId, updatedAt } = conversation;
		if (archivedAt !== undefined) continue;
		const key =
			pinnedAt !== undefined
				? 'pinned'
				: projectId !== undefined && known.has(projectId)
					? `project ${projectId}`
					: updatedAt >= today
						? 'today'
						: updatedAt >= yesterday
							? 'yesterday'
							: 'earlier';
		const group = members.get(key);
		if (group) group.push(conversation);
		else members.set(key, [conversation]);
	}
	const of = (kind: 'pinned' | 'today' | 'yesterday' | 'earlier'): Group[] => {
		const items = members.get(kind);
		return items ? [{ kind, items }] : [];
	};
	const ofProjects = projects.map((project) => ({
		kind: 'project' as const,
		project,
		items: members.get(`project ${project.id}`) ?? [],
	}));
	return [...of('pinned'), ...ofProjects, ...of('today'), ...of('yesterday'), ...of('earlier')];
}
