/** The Network Information API, where a browser has it: https://wicg.github.io/netinfo/ */
export interface NetworkInformation {
	readonly type?: string;
	readonly saveData?: boolean;
}

/** Whether the person pays by the byte, or wants to save them, as far as the browser tells. */
export function isMetered(
	connection = (navigator as { connection?: NetworkInformation }).connection,
): boolean {
	return connection?.saveData === true || connection?.type === 'cellular';
}
