export default {
	name: 'Quern',
	purpose: 'AI that is yours',
	skipToContent: 'Skip to the content',
	places: 'Places',
	notFound: 'There is nothing at this address',
	notFoundNext: 'The link may be from an older version of Quern. Your data is not touched.',
	goHome: 'Go to the start',
	updateReady: 'A new version of Quern is ready.',
	updateNow: 'Restart now',
	updateLater: 'Later',
	updateWaits: 'A new version is ready. It can be started when the work in progress is done.',
	install: 'Install',
	installOffer: 'Keep Quern on this device like any other app.',
	installLater: 'Not now',
	installOnIos: 'To install Quern, tap Share, then “Add to Home Screen”.',
	brokenPage: 'This page stopped working',
	brokenPageNext: 'Your conversations and models are kept. Try again, or go to another place.',
	databaseClosed: 'Quern cannot open its storage',
	databaseClosedNext:
		'Nothing was deleted. Close other tabs of Quern and try again. In a private window, use a normal one. Until then nothing can be saved.',
	databaseNewer:
		'The stored data is from a newer version of Quern. Nothing was deleted. Reload to get that version.',
};
