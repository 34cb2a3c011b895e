import { mount } from 'svelte';
import { habits } from '../i18n/habits.ts';
import { preferredLanguage } from '../i18n/languages.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { theme } from '../ui/theme.svelte.ts';
import App from './App.svelte';
import { InstallOffer } from './install-offer.svelte.ts';
import { leaveRoomForKeyboard } from './on-screen-keyboard.ts';
import { ServiceWorkerLink } from './service-worker-link.svelte.ts';
import { createServices } from './services.ts';
import { Storage } from './storage.svelte.ts';
import { isEngineOrTransferBusy } from './work-in-progress.ts';

/** Opens the app: first the person's choices, so that nothing is drawn twice, then all the rest. */
export async function start(target: Element): Promise<void> {
	const { services, database } = createServices();
	const { settings } = services;
	const installOffer = new InstallOffer(settings);
	const storage = new Storage(database, services.packs);
	const serviceWorker = new ServiceWorkerLink(() => isEngineOrTransferBusy(services));

	await settings.load();
	theme.use(settings.get('theme'));
	habits.use(settings.get('digits'), settings.get('calendar'));
	await useLanguage(settings.get('locale') ?? preferredLanguage(navigator.languages));
	installOffer.start();

	void Promise.all([storage.open(), services.engine.open()]);
	mount(App, { target, props: { services, storage, serviceWorker, installOffer } });
	serviceWorker.start();
	leaveRoomForKeyboard();
}

/** English where the file of another language does not arrive: it may be there already. */
async function useLanguage(tag: string): Promise<void> {
	await locale.use(tag).catch((error: unknown) => {
		console.error(error);
		return locale.use('en');
	});
}
