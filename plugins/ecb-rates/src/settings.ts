import { z } from 'zod';

export const settings = z.object({
  format: z
    .enum(['csv', 'xml'])
    .default('csv')
    .describe('Which files are read: the compressed CSV ones, which are small, or the XML ones.'),
});

export type EcbSettings = z.infer<typeof settings>;
