import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { reduceSettingsSchema } from './reduce-settings-schema.js';

const reduce = (shape: z.ZodRawShape) =>
  reduceSettingsSchema(z.toJSONSchema(z.object(shape), { io: 'input' }));

test('what fits stays: titles, defaults, bounds, enumerations, lists', () => {
  expect(
    reduce({
      name: z.string().min(1).max(20).default('Acme').meta({ title: 'Name', description: 'Shown' }),
      pages: z.int().min(1).max(9).default(3),
      rate: z.number().gt(0).optional(),
      isLive: z.boolean(),
      mode: z.enum(['slow', 'fast']).default('slow'),
      markets: z.array(z.string()).max(5).default(['XAMS']),
    }),
  ).toEqual({
    type: 'object',
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 20,
        default: 'Acme',
        title: 'Name',
        description: 'Shown',
      },
      pages: { type: 'integer', minimum: 1, maximum: 9, default: 3 },
      rate: { type: 'number', exclusiveMinimum: 0 },
      isLive: { type: 'boolean' },
      mode: { type: 'string', enum: ['slow', 'fast'], default: 'slow' },
      markets: { type: 'array', items: { type: 'string' }, maxItems: 5, default: ['XAMS'] },
    },
    required: ['isLive'],
  });
});

test('a constant is an enumeration of one, and the limits of float64 say nothing', () => {
  expect(reduce({ plan: z.literal('basic'), count: z.int().default(0) }).properties).toEqual({
    plan: { type: 'string', enum: ['basic'] },
    count: { type: 'integer', default: 0 },
  });
});

test.each([
  ['a pattern', z.string().regex(/x/), 'pattern'],
  ['a format', z.email(), 'format'],
  ['null', z.string().nullable(), 'name'],
  ['an object', z.object({}), 'name'],
  ['a union', z.union([z.string(), z.number()]), 'name'],
  ['a list of lists', z.array(z.array(z.string())), 'name'],
  ['a multiple', z.number().multipleOf(5), 'multipleOf'],
])('%s is refused by name', (_, schema, word) => {
  expect(() => reduce({ name: schema })).toThrow(word);
});

test('a schema that is no object is refused', () => {
  expect(() => reduceSettingsSchema(z.toJSONSchema(z.string()))).toThrow('The settings are beyond');
});
