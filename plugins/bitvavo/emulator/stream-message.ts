import { z } from 'zod';

const ChannelSchema = z.strictObject({
  name: z.enum(['ticker', 'ticker24h', 'trades', 'book', 'candles', 'account']),
  markets: z.array(z.string()).min(1),
  interval: z.array(z.string()).optional(),
});

/** What a client may say; anything else is not documented here. */
export const MessageSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('authenticate'),
    key: z.string(),
    signature: z.string(),
    timestamp: z.union([z.number(), z.string()]),
    window: z.union([z.number(), z.string()]).optional(),
  }),
  z.strictObject({ action: z.literal('subscribe'), channels: z.array(ChannelSchema).min(1) }),
  z.strictObject({ action: z.literal('unsubscribe'), channels: z.array(ChannelSchema).min(1) }),
]);

export type Channel = z.infer<typeof ChannelSchema>;
export type StreamMessage = z.infer<typeof MessageSchema>;
