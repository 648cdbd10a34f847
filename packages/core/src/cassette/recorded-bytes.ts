import { z } from 'zod';

/** Bytes in a JSON text: as text where they are UTF-8, so that people can read them, else in base64. */
export const RecordedBytesSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ base64: z.base64() }),
]);

export type RecordedBytes = z.infer<typeof RecordedBytesSchema>;

export function toRecorded(bytes: Uint8Array): RecordedBytes {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString();
  return Buffer.from(text).equals(buffer) ? { text } : { base64: buffer.toString('base64') };
}

export function fromRecorded(recorded: RecordedBytes): Buffer {
  return 'text' in recorded ? Buffer.from(recorded.text) : Buffer.from(recorded.base64, 'base64');
}

/** A message of a WebSocket: text frames stay text. */
export const RecordedMessageSchema = z.union([z.string(), z.strictObject({ base64: z.base64() })]);

export type RecordedMessage = z.infer<typeof RecordedMessageSchema>;

export function toRecordedMessage(message: string | Uint8Array): RecordedMessage {
  return typeof message === 'string' ? message : { base64: Buffer.from(message).toString('base64') };
}

export function fromRecordedMessage(message: RecordedMessage): string | Uint8Array {
  return typeof message === 'string' ? message : Buffer.from(message.base64, 'base64');
}
