import { z } from 'zod';

/** What the simulated account is like. Other settings make another account. */
export const settings = z.object({
  seed: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(1)
    .describe('Another number gives other prices and other trades.'),
  startDate: z
    .string()
    .max(10)
    .default('2024-01-01')
    .describe('The day on which the account is opened: YYYY-MM-DD.'),
  monthlyDeposit: z
    .string()
    .max(12)
    .default('1000')
    .describe('Money paid in on the first trading day of each month, in the base currency.'),
  baseCurrency: z.enum(['EUR', 'USD', 'GBP', 'CHF']).default('EUR').describe('The currency of the deposits.'),
  risk: z
    .enum(['cautious', 'balanced', 'bold'])
    .default('balanced')
    .describe('How much goes into shares, how much into bonds.'),
});

export type PaperSettings = z.infer<typeof settings>;
