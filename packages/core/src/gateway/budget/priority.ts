/** Who is served first where requests have to wait: somebody at the terminal, a sync, what nobody waits for. */
export const PRIORITIES = ['interactive', 'sync', 'background'] as const;

export type Priority = (typeof PRIORITIES)[number];
