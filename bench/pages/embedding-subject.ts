/** One way to embed texts, driven the same way as the others. */
export interface EmbeddingSubject {
	/** From nothing in memory to ready to embed. */
	load(): Promise<void>;
	/** Embeds the texts, and returns how long that took, in milliseconds, and the first vector. */
	embed(texts: readonly string[]): Promise<{ milliseconds: number; first: number[] }>;
}
