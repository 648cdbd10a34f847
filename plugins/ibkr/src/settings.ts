import { z } from 'zod';

/** What is asked of the institution when a connection is synced. */
export const settings = z.object({
  flexWebService: z
    .boolean()
    .default(true)
    .describe('Fetch the statement of a Flex query, which has everything the account ever booked.'),
  clientPortal: z
    .boolean()
    .default(false)
    .describe('Ask the Client Portal API, which has positions, the trades of a week, quotes and prices.'),
  localGateway: z
    .boolean()
    .default(false)
    .describe(
      'Ask the same API through the Client Portal Gateway on this machine, with a login by browser in place of keys; only where clientPortal is off.',
    ),
});

export type IbkrSettings = z.infer<typeof settings>;
