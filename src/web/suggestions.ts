/** What the island of a search field is told (islands/suggest.ts): words for the ear, and things with their addresses. */
export type Suggestions = { say: string; things: { title: string; lang: string | null; kind: string; href: string }[] }
