/** The Network Information API, where a browser has it: https://wicg.github.io/netinfo/ */
export interface NetworkInformation {
	readonly type?: string;
	readonly saveData?: boolean;
}

/** What the browser tells of the connection, if it tells anything. */
export function networkInformation(): NetworkInformation | undefined {
	return (navigator as { connection?: NetworkInformation }).connection;
}

/** Whether the person pays by the byte, or wants to save them, as far as the browser tells. */
export function isMetered(connection: NetworkInformation | undefined): boolean {
	return connection?.saveData === true || connection?.type === 'cellular';
}
