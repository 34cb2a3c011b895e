import { SharedFiles } from '../storage/shared-files.ts';

/** Below the app's folder; the web manifest names the same. */
const ADDRESS = 'share-target';

/** Whether this is another app handing over a file: a form that is posted by opening a page. */
export function isShare({ method, mode, url }: Request, scope: string): boolean {
	return method === 'POST' && mode === 'navigate' && url.split(/[?#]/)[0] === scope + ADDRESS;
}

/**
 * Keeps the shared file and opens the models' page, which asks the person about it: nothing is imported by this, for any
 * website can post a form.
 */
export async function receiveShare(request: Request, scope: string): Promise<Response> {
	const file = await firstFile(request).catch(() => undefined);
	try {
		if (file) await new SharedFiles().keep(file);
	} catch {
		// The disk is full, most likely. Half a file is of no use.
		await new SharedFiles().clear();
		return Response.redirect(`${scope}#/models/not-received`, 303);
	}
	return Response.redirect(`${scope}#/models/${file ? 'shared' : 'not-received'}`, 303);
}

async function firstFile(request: Request): Promise<File | undefined> {
	const form = await request.formData();
	return [...form.values()].find((value) => value instanceof File);
}
