/** A message called with blanks: the text, and the names of the blanks that it asked for. */
export interface Text {
	readonly key: string;
	readonly text: string;
	readonly blanks: readonly string[];
}

type Message = string | ((blanks: object) => string) | { readonly [key: string]: Message };

type Blanks = Readonly<Record<string, string | number | undefined>>;

/** Blanks that change the wording, with the values that do; any other blank gets `ANY`. */
const CHOICES: readonly Blanks[] = [0, 1, 2, 3, 11, 100].map((count) => ({ count, turns: count }));

/** An error's data may lack anything. */
const ERROR_CHOICES: readonly Blanks[] = [
	'captive-portal',
	'context-window',
	'length',
	'missing',
	'refused',
	'removed',
	'digest',
	'no-webgpu',
	'limits',
	'no-wasm',
	'newer-version',
	'newer-tab',
	'peer',
	'own-file',
	'no-own-copy',
	'no-network',
	'no-webrtc',
	'newer-code',
	'not-a-code',
	'other-code',
	'not-the-protocol',
	'damaged-backup',
	'newer-backup',
	'not-a-backup',
	'wrong-passphrase',
	'no-conversations',
].flatMap((reason) => [
	{ reason },
	{ reason, file: undefined, host: undefined, neededBytes: undefined },
]);

const ANY = 7;

/** Every text that a tree of messages can give, over the blanks that change its wording. */
export function textsOf(messages: object): Text[] {
	return collect('', messages as Message);
}

function collect(key: string, message: Message): Text[] {
	if (typeof message === 'string') return [{ key, text: message, blanks: [] }];
	if (typeof message === 'function') {
		const choices = key.startsWith('errors.') ? ERROR_CHOICES : CHOICES;
		return choices.map((choice) => call(key, message, choice));
	}
	return Object.entries(message).flatMap(([name, inner]) =>
		collect(key ? `${key}.${name}` : name, inner),
	);
}

function call(key: string, message: (blanks: object) => string, choice: Blanks): Text {
	const blanks = new Set<string>();
	const values = new Proxy(choice, {
		get(target, property) {
			const name = String(property);
			blanks.add(name);
			if (name === 'languages' || name === 'names') return ['A', 'B'];
			return name in target ? target[name] : ANY;
		},
	});
	const text = message(values);
	return { key, text, blanks: [...blanks].sort() };
}
