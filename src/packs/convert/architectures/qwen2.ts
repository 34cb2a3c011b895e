import type { Architecture } from '../architecture.ts';

/** Qwen2 and 2.5: Llama's form, with biases of query, key and value. */
export const qwen2: Architecture = {
	id: 'qwen2',
	style: { prefix: 'model.', joinedAttention: 'c_attn', biases: true },
	modelConfig: ({ rope_theta, head_size, tied }) => ({
		hidden_act: 'silu',
		rope_theta,
		head_dim: head_size,
		tie_word_embeddings: tied,
	}),
};
