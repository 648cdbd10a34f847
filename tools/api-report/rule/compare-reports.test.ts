import { describe, expect, test } from '@jest/globals';
import { compareReports } from './compare-reports.ts';

const report = (...blocks: readonly string[]): string =>
  ['## API', '', '```ts', '', ...blocks.map((block) => `${block}\n`), '```', ''].join('\n');

const SCHEMA = [
  'export const FeeSchema: z.ZodObject<{',
  '    amount: z.ZodString;',
  '    kind: z.ZodEnum<{',
  '        FEE: "FEE";',
  '    }>;',
  '}, z.core.$strict>;',
].join('\n');

const withLine = (block: string, after: string, line: string): string =>
  block.replace(`${after}\n`, `${after}\n${line}\n`);

describe('what hurts nobody', () => {
  test.each([
    ['nothing but comments and imports', `// @public\n${SCHEMA}`, `import { z } from 'zod';\n\n${SCHEMA}`],
    [
      'another order of members',
      'interface A {\n    a: 1;\n    b: 2;\n}',
      'interface A {\n    b: 2;\n    a: 1;\n}',
    ],
    ['another API_VERSION', 'export const API_VERSION = "1.0.0";', 'export const API_VERSION = "2.0.0";'],
  ])('%s is no change', (_, before, after) => {
    expect(compareReports(report(before), report(after))).toEqual({ added: [], broken: [] });
  });

  test.each([
    ['an export', SCHEMA, `${SCHEMA}\n\nexport const MAX = 5;`, 'MAX: is new'],
    ['an export from elsewhere', SCHEMA, `${SCHEMA}\n\nexport { Money }`, 'Money: is new'],
    [
      'an optional member',
      SCHEMA,
      withLine(SCHEMA, '    amount: z.ZodString;', '    note: z.ZodOptional<z.ZodString>;'),
      'FeeSchema: note: z.ZodOptional<z.ZodString>;',
    ],
    [
      'a name of an enumeration',
      SCHEMA,
      withLine(SCHEMA, '        FEE: "FEE";', '        TAX: "TAX";'),
      'FeeSchema: TAX: "TAX";',
    ],
  ])('%s more is an addition', (_, before, after, line) => {
    expect(compareReports(report(before), report(after))).toEqual({ added: [line], broken: [] });
  });
});

describe('what breaks', () => {
  test('an export that is gone', () => {
    expect(compareReports(report(SCHEMA), report()).broken).toEqual(['FeeSchema: is no longer there']);
  });

  test('a member that is gone or has another type', () => {
    expect(
      compareReports(report(SCHEMA), report(SCHEMA.replace('    amount: z.ZodString;\n', ''))).broken,
    ).toEqual(['FeeSchema: amount: z.ZodString;']);
    const optional = SCHEMA.replace('amount: z.ZodString', 'amount: z.ZodOptional<z.ZodString>');
    expect(compareReports(report(SCHEMA), report(optional))).toEqual({
      added: ['FeeSchema: amount: z.ZodOptional<z.ZodString>;'],
      broken: ['FeeSchema: amount: z.ZodString;'],
    });
  });

  test('a member that a schema newly requires', () => {
    const stricter = withLine(SCHEMA, '    amount: z.ZodString;', '    date: z.ZodString;');
    expect(compareReports(report(SCHEMA), report(stricter))).toEqual({
      added: [],
      broken: ['FeeSchema: date: z.ZodString;'],
    });
  });

  test('a member that moved from one object to another', () => {
    const before = 'export interface A {\n    x: {\n        m: 1;\n    };\n    y: {\n    };\n}';
    const after = 'export interface A {\n    x: {\n    };\n    y: {\n        m: 1;\n    };\n}';
    expect(compareReports(report(before), report(after)).broken).toEqual(['A: m: 1;']);
  });
});
