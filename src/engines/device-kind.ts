/** What the browser tells of the machine that it runs on: https://wicg.github.io/ua-client-hints/ */
export interface Platform {
	readonly userAgent: string;
	readonly maxTouchPoints: number;
	readonly userAgentData?: { readonly mobile: boolean };
}

export type DeviceKind = 'computer' | 'phone' | 'iphone';

/**
 * What memory a page may take goes by this. `iphone` is every device on which WebKit draws the line, iPads too, which
 * call themselves Macs but can be touched. Tablets with Android count as phones.
 */
export function deviceKind({ userAgent, maxTouchPoints, userAgentData }: Platform): DeviceKind {
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone';
	if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'iphone';
	return userAgentData?.mobile || /Android|Mobile/.test(userAgent) ? 'phone' : 'computer';
}
