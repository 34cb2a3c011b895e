import { habits } from './habits.ts';

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Numbers, sizes, times and lists as one language writes them, all through `Intl`, with the person's `habits`. */
export class Format {
	readonly #tag: string;
	/** In Arabic script the short units are Latin letters or abbreviations that few people know. */
	readonly #unitDisplay: 'long' | 'short';
	readonly #numbers = new Map<string, Intl.NumberFormat>();

	constructor(tag: string) {
		this.#tag = tag;
		this.#unitDisplay = new Intl.Locale(tag).maximize().script === 'Arab' ? 'long' : 'short';
	}

	number(value: number, digits = 0): string {
		return this.#number({ maximumFractionDigits: digits }).format(value);
	}

	/** `fraction` from 0 to 1. Rounded down, so that 100 % is only said of what is whole. */
	percent(fraction: number): string {
		return this.#number({ style: 'percent' }).format(Math.floor(fraction * 100) / 100);
	}

	/** A share from 0 to 1 as it was measured, two significant digits: “0.71%”, “3.9%”, “12%”. */
	share(fraction: number): string {
		return this.#number({ style: 'percent', maximumSignificantDigits: 2 }).format(fraction);
	}

	/** Decimal units (1 MB = 1,000,000 bytes), three significant digits: “93.4 MB”. */
	bytes(count: number): string {
		return this.#bytes(count, '');
	}

	/** Memory, in the units it is sold in (1 GB = 2^30 bytes): “16 GB”. */
	memory(bytes: number): string {
		return this.#unit('gigabyte', { maximumSignificantDigits: 2 }).format(bytes / 2 ** 30);
	}

	/** Bytes per second: “2.1 MB/s”. */
	speed(bytesPerSecond: number): string {
		return this.#bytes(bytesPerSecond, '-per-second');
	}

	/** Seconds, no more exactly than anyone asks: “45 sec”, “2 min, 5 sec”, “18 min”, “1 hr, 10 min”. */
	duration(seconds: number): string {
		const whole = Math.max(0, Math.round(seconds));
		const parts: [number, string][] =
			whole < 60
				? [[whole, 'second']]
				: whole < 3600
					? [
							[Math.floor(whole / 60), 'minute'],
							[whole < 600 ? whole % 60 : 0, 'second'],
						]
					: [
							[Math.floor(whole / 3600), 'hour'],
							[Math.floor((whole % 3600) / 60), 'minute'],
						];
		return this.list(
			parts
				.filter(([value], index) => index === 0 || value > 0)
				.map(([value, unit]) => this.#unit(unit).format(value)),
			'unit',
		);
	}

	/** A day by the person's calendar; the year only when it is not this one. */
	date(moment: Date | number, now: Date = new Date()): string {
		const year = this.#date({ year: 'numeric' });
		const sameYear = year.format(moment) === year.format(now);
		return this.#date({
			day: 'numeric',
			month: 'long',
			...(sameYear ? {} : { year: 'numeric' }),
		}).format(moment);
	}

	/** A day with its year, whichever it is. */
	fullDate(moment: Date | number): string {
		return this.#date({ day: 'numeric', month: 'long', year: 'numeric' }).format(moment);
	}

	time(moment: Date | number): string {
		return this.#date({ timeStyle: 'short' }).format(moment);
	}

	list(
		items: readonly string[],
		type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
	): string {
		return new Intl.ListFormat(this.#tag, {
			type,
			style: type === 'unit' ? 'short' : 'long',
		}).format(items);
	}

	/** The name of a language, in this one. */
	language(tag: string): string {
		return new Intl.DisplayNames(this.#tag, { type: 'language' }).of(tag) ?? tag;
	}

	#bytes(count: number, per: '' | '-per-second'): string {
		// Rounded first: 999,999 bytes are 1 MB and not 1000 kB.
		const power = Math.floor(Math.log10(Number(Math.max(1, count).toPrecision(3))) / 3);
		const index = Math.min(power, BYTE_UNITS.length - 1);
		const unit = `${BYTE_UNITS[index]}${per}`;
		return this.#unit(unit, { maximumSignificantDigits: 3 }).format(count / 1000 ** index);
	}

	#unit(unit: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
		return this.#number({ style: 'unit', unit, unitDisplay: this.#unitDisplay, ...options });
	}

	#date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
		return new Intl.DateTimeFormat(this.#tag, { ...options, ...habits.forDates });
	}

	#number(wanted: Intl.NumberFormatOptions): Intl.NumberFormat {
		const options = { ...wanted, ...habits.forNumbers };
		const key = JSON.stringify(options);
		let format = this.#numbers.get(key);
		if (!format) {
			format = new Intl.NumberFormat(this.#tag, options);
			this.#numbers.set(key, format);
		}
		return format;
	}
}
