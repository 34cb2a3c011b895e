import type { ErrorCode, ErrorData } from '../../../lib/errors.ts';
import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	aborted: () => 'It was stopped. What was finished before is kept.',
	unsupported: ({ reason, architecture, bytes, limitBytes, kind, part, quantization }) => {
		if (reason === 'newer-backup')
			return 'This file is from a newer version of Quern. Nothing was changed. Update Quern on this device, then try again.';
		if (reason === 'no-own-copy')
			return 'Quern’s offline part is not running in this window, so it cannot be taken along from here. Nothing was changed. Reload the page, or use a normal window in place of a private one.';
		if (reason === 'no-webrtc')
			return 'This browser cannot connect to a device near. Nothing was changed. Update it, or pass the model on as a file.';
		if (reason === 'newer-code')
			return 'This code is from a newer version of Quern. Nothing was changed. Update Quern on this device, or pass the model on as a file.';
		if (reason === 'library-mismatch')
			return 'The program in this folder was made for another model: it does not read the weights that lie beside it. Nothing was changed. Get both from the same place.';
		if (reason === 'missing-part')
			return `“${part}” is missing, and without it this model cannot run. Nothing was changed. Get the folder whole, then try again.`;
		if (reason === 'no-matching-library')
			return `No program fits this model (kind “${kind}”, packed as “${quantization}”). To run on the graphics chip it needs a compiled library, a .wasm file. Nothing was changed. Put that into the folder, or look for the model as a GGUF file.`;
		if (reason === 'no-library')
			return 'This file is for a graphics chip, and this device has none that can run it. Nothing was changed. Ask for the same model for the processor, or choose another one.';
		if (reason === 'no-chat-template')
			return 'This model was not made for conversations: its file has no chat template. Nothing was changed. Look for a variant called “instruct” or “chat”.';
		if (reason === 'split-file')
			return 'This file is one part of a model in several files. Quern needs it whole. Nothing was changed. Look for the same model in one file.';
		if (reason === 'too-large')
			return `This model is too large: it takes ${format.bytes(Number(bytes))}, and the browser can hold ${format.bytes(Number(limitBytes))} at most. Nothing was changed. Choose a smaller one, or one with fewer bits per weight.`;
		if (reason === 'unknown-architecture')
			return `Quern cannot run models of the kind “${architecture}”. Nothing was changed. Choose another model.`;
		return reason === 'no-wasm'
			? 'This browser cannot run AI models. Your data is kept. Update the browser, or open Quern in another one.'
			: reason === 'newer-version'
				? 'The stored data is from a newer version of Quern. Nothing was deleted. Reload to get that version.'
				: reason === 'limits'
					? 'The graphics chip of this device is too small for this model. Nothing was lost. Choose a smaller model, or let the processor do the work.'
					: reason === 'no-adapter' || reason === 'no-webgpu'
						? 'This browser gives no access to a graphics chip. Nothing was lost. Quern can use the processor instead, which is slower.'
						: 'This device cannot do that. Nothing was lost. Choose another model.';
	},
	'out-of-memory': ({ reason }) =>
		reason === 'page-ended'
			? 'The last time this model was loaded, the browser ended the page, most likely for want of memory. Nothing was lost. Close other tabs and apps and try again, give the conversation less room, or choose a smaller model.'
			: 'The device ran out of memory. What was written so far is kept. Close other tabs and apps and try again, or choose a smaller model.',
	'device-lost': ({ reason }) =>
		reason === 'tab-ended'
			? 'The tab that held the model was closed or stopped. Your conversation is kept. Try again: the model is loaded here then.'
			: 'The graphics chip stopped answering. Your conversation is kept. Load the model again to go on.',
	offline: ({ reason, host }) => {
		if (reason === 'own-file')
			return 'A part of Quern itself is not on this device and cannot be fetched now. Nothing was written. Connect once to the site that Quern came from, then try again.';
		if (reason === 'peer')
			return 'The other device ended the connection, or is out of reach. What arrived is kept. Connect again with new codes, and it goes on from there.';
		if (reason === 'no-network')
			return 'This device is in no network. Nothing was changed. Connect both devices to the same Wi-Fi, or one to the other’s hotspot; it needs no internet. Then try again.';
		if (reason === 'captive-portal')
			return 'A web page came in place of the model’s files. A login page or a filter may be in the way. Nothing of it was stored. Open any website to see what asks for a login, then try again.';
		if (reason === 'no-gate')
			return 'From this page Quern cannot reach other sites yet. What was downloaded is kept. Reload the page and try again; in a private window, use a normal one.';
		if (reason === 'gate-closed')
			return 'This site does not let Quern reach any other. What was downloaded is kept. Ask whoever runs it to send “sw.js” without a content security policy.';
		if (reason === 'unreadable')
			return `${host ?? 'The source'} answers, but Quern may not read the answer: a filter may be in the way, or it serves no web apps. What was downloaded is kept. Try another address.`;
		if (reason === 'missing' && host)
			return `${host} does not have this model’s files. What was downloaded is kept. Try another address, or choose another model.`;
		if (reason === 'refused' && host)
			return `${host} does not hand out this model’s files; it may want an account. What was downloaded is kept. Try another address, or choose another model.`;
		if (reason === 'missing')
			return 'The model’s files are not where they should be. What was downloaded is kept. Try again later, or ask whoever runs this site.';
		if (reason === 'refused')
			return 'The server does not hand out the model’s files. What was downloaded is kept. Try again later, or ask whoever runs this site.';
		return host
			? `${host} could not be reached. What was downloaded is kept. Quern goes on from there when you try again.`
			: 'The source could not be reached. What was downloaded is kept. Quern goes on from there when you try again.';
	},
	'quota-exceeded': ({ neededBytes, freeBytes }) =>
		typeof neededBytes === 'number' && typeof freeBytes === 'number'
			? `There is not enough space: ${format.bytes(neededBytes)} are needed, ${format.bytes(freeBytes)} are free. What is already stored is kept. Free some space and try again.`
			: 'There is not enough space on this device. What is already stored is kept. Free some space and try again.',
	corrupt: ({ reason, file, host }) => {
		if (reason === 'damaged-backup')
			return 'This backup is damaged: a part of it is missing or changed. Nothing was restored, and nothing here was changed. Copy the file again from where you keep it, or use an earlier one.';
		if (reason === 'listing')
			return `${host ?? 'The source'} sent no list of files that Quern understands. Nothing of it was kept. Try again later, or use another address.`;
		const what = file ? `“${file}”` : 'A file';
		if (reason === 'length')
			return `${what} ended too early. The part that arrived is kept. Try again to get the rest.`;
		return `${what} is damaged and was not used. Everything else is kept. Try again to get it anew.`;
	},
	untrusted: ({ reason, name, file }) => {
		if (reason === 'different-pack')
			return `This file calls itself “${name}”, but it does not contain the model of that name. Nothing of it was kept. Get it again from a source that you trust.`;
		if (reason === 'unknown-library')
			return `“${name}” runs by a program of its own that Quern does not know, so it was not started. Nothing was changed. Under “Models” you can read what that means, and decide.`;
		return file
			? `“${file}” contains code that Quern does not know, so it was not run. Nothing was changed. Use a model from a source that you trust.`
			: 'This contains code that Quern does not know, so it was not run. Nothing was changed. Use a model from a source that you trust.';
	},
	'invalid-input': ({ reason, file, limit, needed, part }) => {
		if (reason === 'not-a-backup')
			return 'This is not a backup of Quern. Nothing was changed. Look for a file whose name ends in “.quern-backup”.';
		if (reason === 'wrong-passphrase')
			return 'The passphrase is not the one that this backup was saved with. Nothing was changed. Check the keyboard’s language and capital letters, and try again.';
		if (reason === 'no-conversations')
			return 'No conversation that Quern can read is in this file. Nothing was changed. Choose the file that Quern, Open WebUI or ChatGPT exported.';
		if (reason === 'not-a-code')
			return 'This is not a code of Quern, or a part of it is missing. Nothing was changed. Copy or scan the whole code.';
		if (reason === 'other-code')
			return 'This is the code of the other step. Nothing was changed. Take in the code that the other device shows now.';
		if (reason === 'not-the-protocol')
			return 'The other device sent something that makes no sense here. Nothing of that was used. Check that both have the newest Quern, then connect again with new codes.';
		if (reason === 'endless-template')
			return 'The template by which this model is talked to is a small program, and it does not come to an end. Nothing was changed. Get the model from a source that you trust.';
		if (reason === 'malformed')
			return `“${part}” is not as it should be, so nothing of this was used. Nothing was changed. Get the model again from where it came from.`;
		if (reason === 'no-model-folder')
			return `In “${file}” there is no model that Quern can read. Nothing was changed. Choose the folder that holds the model’s own files, or a single file.`;
		if (reason === 'context-window')
			return `This message is too long for the model’s memory: it takes ${format.number(Number(needed))} tokens and there is room for ${format.number(Number(limit))}. Nothing was lost. Shorten it, or send it in parts.`;
		if (reason === 'removed')
			return 'This conversation was deleted, perhaps in another tab. Nothing else was changed. Copy what you still need, and begin a new conversation.';
		return file
			? `“${file}” could not be read. Nothing was changed. Check that it is the right kind of file.`
			: 'This could not be read. Nothing was changed. Check it and try again.';
	},
	busy: ({ reason }) =>
		reason === 'newer-tab'
			? 'A newer Quern is open in another tab. What was saved is kept. Reload this page to go on.'
			: 'Something else is still running, here or in another tab. It goes on undisturbed. Wait for it or stop it, then try again.',
	internal: ({ reason }) =>
		reason === 'database'
			? 'Quern cannot open its storage in this window, so this was not done. Nothing was deleted. Close other tabs of Quern and try again; in a private window, use a normal one.'
			: reason === 'repeats'
				? 'The model got stuck and repeated itself, so it was stopped. What was written is kept. Ask for another answer: it will be drawn more freely.'
				: reason === 'says-nothing'
					? 'The model wrote nothing. Your question is kept. Ask for another answer, or put the question differently.'
					: 'Something went wrong inside Quern. What was saved is kept. Try again; if it stays, reload the page.',
} satisfies Record<ErrorCode, (data: ErrorData) => string>;
