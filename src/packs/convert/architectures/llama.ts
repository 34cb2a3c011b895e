import type { Architecture } from '../architecture.ts';

/** Llama and what is built like it: grouped-query attention, a gated feed-forward part, no biases. */
export const llama: Architecture = {
	id: 'llama',
	style: { prefix: 'model.', joinedAttention: 'qkv_proj', interleaved: true },
	modelConfig: ({ rope_theta, head_size, tied }) => ({
		position_embedding_base: rope_theta,
		head_dim: head_size,
		tie_word_embeddings: tied,
	}),
};
