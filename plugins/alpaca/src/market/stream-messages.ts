import { parseJson, ProblemError, type ProblemCode } from '@bourse/sdk';
import { Fields, readList } from '../api/fields.js';

/** What the stream says cannot be mended by connecting again. */
const FATAL: Readonly<Record<string, ProblemCode>> = {
  400: 'INVALID_REQUEST',
  402: 'AUTH_INVALID',
  405: 'INVALID_REQUEST',
  409: 'PERMISSION_DENIED',
};

/** One message: what it is called, and itself. */
export interface StreamMessage {
  /** `success`, `subscription`, `error`, or a letter: `q` is a quote. */
  readonly type: string;
  readonly fields: Fields;
  readonly value: unknown;
}

/** The messages of one frame. */
export function readMessages(data: unknown): StreamMessage[] {
  const text = typeof data === 'string' ? data : '';
  return readList(parseJson(text), 'stream').map((value) => {
    const fields = new Fields(value, 'stream');
    return { type: fields.text('T'), fields, value };
  });
}

/** Undefined for an error after which another connection may do better. */
export function toFatal({ fields }: StreamMessage): ProblemError | undefined {
  const code = FATAL[fields.optionalText('code') ?? ''];
  const said = fields.optionalText('msg') ?? 'an error';
  return code === undefined
    ? undefined
    : new ProblemError({ code, message: `Alpaca's stream says "${said}".` });
}
