/** SHA-1 that git gives a file of these bytes, as lowercase hex: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export async function gitBlobSha1(bytes: Uint8Array): Promise<string> {
	const header = new TextEncoder().encode(`blob ${bytes.length}\0`);
	const blob = new Uint8Array(header.length + bytes.length);
	blob.set(header);
	blob.set(bytes, header.length);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', blob));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
