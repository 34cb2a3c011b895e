import type { Architecture } from '../architecture.ts';

/** Qwen3: no biases, but norms of query and key, head by head. */
export const qwen3: Architecture = {
	id: 'qwen3',
	style: { prefix: 'model.', joinedAttention: 'c_attn', headNorms: true },
	modelConfig: ({ rope_theta, head_size, tied, attention_bias }) => ({
		hidden_act: 'silu',
		attention_bias,
		rope_theta,
		head_dim: head_size,
		tie_word_embeddings: tied,
	}),
};
