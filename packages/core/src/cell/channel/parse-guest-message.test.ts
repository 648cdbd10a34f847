import { describe, expect, test } from '@jest/globals';
import { LOG_FIELD_LIMIT, LOG_FIELDS_LIMIT, LOG_LINE_LIMIT } from './log-limits.js';
import { parseGuestMessage } from './parse-guest-message.js';

const parse = (message: object) => parseGuestMessage(Buffer.from(JSON.stringify(message)));
const log = (rest: object) => parse({ type: 'log', level: 'info', message: 'x', ...rest });
const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, n]));

describe('a log line', () => {
  test('with plain fields within the limits is taken', () => {
    const line = {
      message: `${'x'.repeat(LOG_LINE_LIMIT)}…`,
      fields: { ...fields(LOG_FIELDS_LIMIT - 1), text: 'x'.repeat(LOG_FIELD_LIMIT) },
    };
    expect(log(line)).toMatchObject(line);
    expect(log({ fields: { ok: true, ['n'.repeat(LOG_FIELD_LIMIT)]: 1 } })).toMatchObject({ type: 'log' });
  });

  test.each([
    ['that is too long', { message: 'x'.repeat(LOG_LINE_LIMIT + 2) }],
    ['with too many fields', { fields: fields(LOG_FIELDS_LIMIT + 1) }],
    ['with a field that is too long', { fields: { text: 'x'.repeat(LOG_FIELD_LIMIT + 1) } }],
    ['with a name that is too long', { fields: { ['n'.repeat(LOG_FIELD_LIMIT + 1)]: 1 } }],
    ['with a field that is no plain value', { fields: { list: [1] } }],
    ['with a list for its fields', { fields: [1] }],
  ])('%s is a violation', (_, line) => {
    expect(() => log(line)).toThrow('protocol violation: "log" with a wrong or missing');
  });
});
