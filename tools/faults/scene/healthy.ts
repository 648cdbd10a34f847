/** The plugins that are called throughout, and whose answers must be right and in time. */
export const HEALTHY_IDS = ['healthy-one', 'healthy-two', 'healthy-three'] as const;

/** Answers a question with its square plus one. */
export const HEALTHY_SCRIPT = `module.exports = { default: { type: 'broker', activate: () => ({ account: {
  listAccounts: async ({ cursor }) => ({ items: [{ id: 'A1', name: String(Number(cursor) ** 2 + 1) }] }),
} }) } };`;

/** Questions are smaller than this, so that their squares are exact numbers. */
export const QUESTIONS = 2 ** 26;

export function rightAnswer(question: number): string {
  return JSON.stringify({ items: [{ id: 'A1', name: String(question ** 2 + 1) }] });
}
