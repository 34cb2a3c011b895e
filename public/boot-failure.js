// Says so when Quern cannot start, and looks for a version that can. It stands alone, in plain words for any browser,
// because it is there for when the rest of the app is missing or broken.
(function () {
	'use strict';

	var all = {
		en: {
			title: 'Quern could not start',
			kept: 'Your conversations and models are kept on this device. Nothing was deleted.',
			looking: 'Looking for a newer version…',
			none: 'There is no newer version yet. Try again later, or update this browser if it is old.',
			offline: 'A newer version could not be looked for. Check the connection and try again.',
			again: 'Try again',
		},
		fa: {
			title: 'Quern باز نشد',
			kept: 'گفتگوها و مدل‌های شما روی همین دستگاه مانده‌اند. چیزی پاک نشده است.',
			looking: 'در جست‌وجوی نسخهٔ تازه‌تر…',
			none: 'هنوز نسخهٔ تازه‌تری نیست. بعداً دوباره امتحان کنید، یا اگر این مرورگر قدیمی است آن را به‌روز کنید.',
			offline: 'نشد ببینیم نسخهٔ تازه‌تری هست یا نه. اتصال را بررسی کنید و دوباره امتحان کنید.',
			again: 'دوباره امتحان کنید',
		},
		ar: {
			title: 'تعذّر تشغيل Quern',
			kept: 'محادثاتك ونماذجك محفوظة على هذا الجهاز. لم يُحذف شيء.',
			looking: 'جارٍ البحث عن إصدار أحدث…',
			none: 'لا يوجد إصدار أحدث بعد. حاول مرة أخرى لاحقًا، أو حدّث هذا المتصفح إن كان قديمًا.',
			offline: 'تعذّر البحث عن إصدار أحدث. تحقّق من الاتصال وحاول مرة أخرى.',
			again: 'حاول مرة أخرى',
		},
		zh: {
			title: 'Quern 无法启动',
			kept: '你的对话和模型都保留在此设备上，没有删除任何内容。',
			looking: '正在查找更新的版本……',
			none: '目前还没有更新的版本。请稍后再试；如果此浏览器较旧，请更新它。',
			offline: '无法查找更新的版本。请检查网络连接后重试。',
			again: '重试',
		},
		fr: {
			title: 'Quern n’a pas pu démarrer',
			kept: 'Vos conversations et vos modèles sont conservés sur cet appareil. Rien n’a été supprimé.',
			looking: 'Recherche d’une version plus récente…',
			none: 'Il n’y a pas encore de version plus récente. Réessayez plus tard, ou mettez ce navigateur à jour s’il est ancien.',
			offline:
				'Impossible de chercher une version plus récente. Vérifiez la connexion et réessayez.',
			again: 'Réessayer',
		},
	};
	/** Milliseconds after everything has loaded in which the app shows itself, on a slow phone too. */
	var PATIENCE = 30000;
	/** Milliseconds in which it may still do so after something has gone wrong. */
	var GRACE = 1500;

	var tag = preferred(navigator.languages || [navigator.language]);
	var words = all[tag];
	var page, status;

	function preferred(languages) {
		for (var i = 0; i < languages.length; i++) {
			var base = String(languages[i]).slice(0, 2).toLowerCase();
			if (Object.prototype.hasOwnProperty.call(all, base)) return base;
		}
		return 'en';
	}

	function hasStarted() {
		var app = document.getElementById('app');
		return !!app && app.childElementCount > 0;
	}

	function failed(event) {
		// A style sheet or a picture that is missing keeps nothing from starting.
		var isOther = event.target instanceof Element && event.target.tagName !== 'SCRIPT';
		if (!isOther) setTimeout(show, GRACE);
	}

	function element(name, text) {
		var made = document.createElement(name);
		made.textContent = text;
		page.appendChild(made);
		return made;
	}

	function show() {
		if (page || hasStarted()) return;
		page = document.createElement('main');
		page.lang = tag;
		page.dir = tag === 'fa' || tag === 'ar' ? 'rtl' : 'ltr';
		document.documentElement.style.colorScheme = 'light dark';
		page.style.cssText =
			'max-width:32rem;margin:20vh auto;padding:0 1rem;font-family:system-ui,sans-serif;line-height:1.7';
		element('h1', words.title).style.cssText = 'font-size:1.5rem;margin:0 0 1rem';
		element('p', words.kept).style.margin = '0 0 0.5rem';
		status = element('p', '');
		status.setAttribute('role', 'status');
		var button = element('button', words.again);
		button.type = 'button';
		button.style.cssText = 'font:inherit;min-height:44px;padding:0 1.25rem;margin-top:1rem';
		button.onclick = function () {
			look(function () {
				location.reload();
			});
		};
		document.body.appendChild(page);
		// It may have taken longer than anybody thought.
		new MutationObserver(function () {
			if (hasStarted()) page.remove();
		}).observe(document.getElementById('app'), { childList: true });
		look(function () {});
	}

	/** Takes the version that the host has now, if it is another one; `orElse` is called where it is not. */
	function look(orElse) {
		status.textContent = words.looking;
		var container = navigator.serviceWorker;
		var found = container ? container.getRegistration() : Promise.resolve();
		found
			.then(function (registration) {
				return registration && registration.update().then(arrived(registration));
			})
			.then(
				function (worker) {
					status.textContent = words.none;
					if (!worker) return orElse();
					status.textContent = words.looking;
					container.addEventListener('controllerchange', function () {
						location.reload();
					});
					worker.postMessage({ type: 'skip-waiting' });
				},
				function () {
					status.textContent = words.offline;
				},
			);
	}

	/** Resolves to the version that waits, once it is here whole; to nothing where there is none. */
	function arrived(registration) {
		return function () {
			var worker = registration.installing;
			if (!worker) return registration.waiting;
			return new Promise(function (resolve) {
				worker.addEventListener('statechange', function () {
					if (worker.state === 'installed') resolve(worker);
					if (worker.state === 'redundant') resolve(null);
				});
			});
		};
	}

	addEventListener('error', failed, true);
	addEventListener('unhandledrejection', failed);
	addEventListener('load', function () {
		setTimeout(show, PATIENCE);
	});
})();
