import type { Architecture } from '../architecture.ts';

/**
 * Gemma 3, text only. Its norms are published less one: llama.cpp stores them with the one added, which is what
 * MLC-LLM's libraries read too. The embedding is scaled by the square root of its width when the model runs.
 */
export const gemma3: Architecture = {
	id: 'gemma3',
	modelType: 'gemma3_text',
	style: { prefix: 'language_model.model.', headNorms: true, sandwich: true },
	modelConfig: ({ rope_theta, head_size }) => ({
		hidden_activation: 'gelu_pytorch_tanh',
		position_embedding_base: rope_theta,
		head_dim: head_size,
		query_pre_attn_scalar: head_size,
	}),
};
