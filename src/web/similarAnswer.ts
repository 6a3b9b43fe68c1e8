/** What the island of similar things is told (islands/similar.ts): a sentence for the ear, and the list as a piece of a page; empty where nothing is similar. */
export type SimilarAnswer = { say: string; html: string }
