/** Absolute URL of the app's folder, with a slash at its end. */
export function appFolder(): string {
	return new URL('./', document.baseURI).href;
}
