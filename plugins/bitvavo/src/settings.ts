import { z } from 'zod';

export const settings = z.object({
  timeZone: z
    .string()
    .default('Europe/Amsterdam')
    .describe(
      'The zone whose days bookings of the API belong to, such as Europe/Lisbon. Best the one that your exported history names.',
    ),
});

export type BitvavoSettings = z.infer<typeof settings>;
