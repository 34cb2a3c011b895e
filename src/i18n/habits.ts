import { createSubscriber } from 'svelte/reactivity';

/** The digits of every number on the page; `language` leaves them to the language. */
export const digitChoices = ['language', 'latn', 'arabext', 'arab'] as const;
export type DigitChoice = (typeof digitChoices)[number];

/** The calendar of every date on the page; `language` leaves it to the language. */
export const calendarChoices = ['language', 'gregory', 'persian', 'islamic-umalqura'] as const;
export type CalendarChoice = (typeof calendarChoices)[number];

/**
 * With which digits and by which calendar the person reads, whatever the language. Formats ask at each call, so what
 * they wrote on the page is written again when a habit changes.
 */
export class Habits {
	#digits: DigitChoice = 'language';
	#calendar: CalendarChoice = 'language';
	#changed = () => {};
	readonly #subscribe = createSubscriber((update) => {
		this.#changed = update;
		return () => (this.#changed = () => {});
	});

	get digits(): DigitChoice {
		this.#subscribe();
		return this.#digits;
	}

	get calendar(): CalendarChoice {
		this.#subscribe();
		return this.#calendar;
	}

	use(digits: DigitChoice, calendar: CalendarChoice): void {
		this.#digits = digits;
		this.#calendar = calendar;
		this.#changed();
	}

	/** What `Intl.NumberFormat` is told beside the language. */
	get forNumbers(): { numberingSystem?: string } {
		return this.digits === 'language' ? {} : { numberingSystem: this.digits };
	}

	/** What `Intl.DateTimeFormat` is told beside the language. */
	get forDates(): { numberingSystem?: string; calendar?: string } {
		const { forNumbers, calendar } = this;
		return calendar === 'language' ? forNumbers : { ...forNumbers, calendar };
	}
}

/** The one pair of habits of the page. It is no part of `Locale`: messages write numbers too. */
export const habits = new Habits();
