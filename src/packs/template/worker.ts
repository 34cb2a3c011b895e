import { Template } from '@huggingface/jinja';
import type { TemplateReply } from './try-template.ts';

declare const self: DedicatedWorkerGlobalScope;

const reply = (message: TemplateReply) => self.postMessage(message);

/** What a conversation begins with, and the names that templates expect. */
const CONVERSATION = {
	messages: [{ role: 'user', content: 'Hello' }],
	add_generation_prompt: true,
	bos_token: '',
	eos_token: '',
};

self.onmessage = ({ data }: MessageEvent<string>) => {
	try {
		reply({ type: 'written', length: new Template(data).render(CONVERSATION).length });
	} catch (error) {
		// It may be right all the same: engines read more than this interpreter does.
		reply({ type: 'not-read', why: String(error) });
	}
};
reply({ type: 'ready' });
