import { PLUGIN_TYPES, SERVED_PLUGIN_TYPES } from '@bourse/core/interfaces';
import { describe, expect, test } from '@jest/globals';
import { completeAnswers, type Wishes } from './complete-answers.js';

const complete = (wishes: Partial<Wishes>) => completeAnswers({ name: 'acme-bank', ...wishes }, new Set());

test('what nobody says has a default', () => {
  expect(complete({})).toEqual({
    id: 'acme-bank',
    packageName: 'bourse-plugin-acme-bank',
    type: 'broker',
    institution: 'Acme Bank',
    needs: new Set(['statement']),
  });
  expect(complete({ type: 'data-provider' }).needs).toEqual(new Set(['network']));
});

describe('types', () => {
  test.each(SERVED_PLUGIN_TYPES)('%s, which is served, has a template', (type) => {
    expect(complete({ type })).toMatchObject({ type });
  });

  test.each(PLUGIN_TYPES.filter((type) => !SERVED_PLUGIN_TYPES.includes(type)))(
    '%s is refused by name',
    (type) => {
      expect(() => complete({ type })).toThrow(
        expect.objectContaining({
          code: 'TYPE_NOT_YET_SERVED',
          message: `Plugins of the type "${type}" are not served yet.`,
          remedy: 'Take one of: broker, data-provider.',
        }),
      );
    },
  );

  test.each(['', 'Broker', 'robot', 'toString'])('%j is none', (type) => {
    expect(() => complete({ type })).toThrow(expect.objectContaining({ code: 'TYPE_UNKNOWN' }));
  });
});

test.each([
  ['broker', [], 'knows nothing'],
  ['broker', ['credentials'], 'for the network alone'],
  ['broker', ['statement', 'credentials'], 'for the network alone'],
  ['broker', ['money'], 'no need "money"'],
  ['data-provider', ['statement'], 'reads no statement files'],
  ['data-provider', [], 'from the network'],
])('a %s that needs %j is refused', (type, needs, message) => {
  expect(() => complete({ type, needs })).toThrow(
    expect.objectContaining({ code: 'NEEDS_INVALID', message: expect.stringContaining(message) }),
  );
});

test.each(["O'Neill & Söhne (UK)", '株式会社', 'A'])('an institution may be called %s', (institution) => {
  expect(complete({ institution }).institution).toBe(institution);
});

test.each(['', '  ', 'a\nb', '<b>', '`x`', '[a](b)', '"', '\u202Ex', 'A'.repeat(81)])(
  'no institution is called %j',
  (institution) => {
    expect(() => complete({ institution })).toThrow(expect.objectContaining({ code: 'INSTITUTION_INVALID' }));
  },
);
