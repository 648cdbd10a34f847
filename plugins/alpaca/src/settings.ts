import { z } from 'zod';

export const settings = z.object({
  environment: z
    .enum(['paper', 'live'])
    .default('paper')
    .describe('Which account the keys belong to: a paper one or a live one.'),
  feed: z
    .enum(['iex', 'delayed_sip', 'sip'])
    .default('iex')
    .describe(
      'Where prices come from: one exchange (iex), or all of them, late (delayed_sip) or at once (sip, paid).',
    ),
});

export type AlpacaSettings = z.infer<typeof settings>;
