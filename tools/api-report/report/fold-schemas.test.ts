import { describe, expect, test } from '@jest/globals';
import { foldSchemas } from './fold-schemas.ts';

const MONEY = [
  'export const MoneySchema: z.ZodObject<{',
  '    amount: z.ZodString;',
  '}, z.core.$strict>;',
].join('\n');
const FEE = [
  'export const FeeSchema: z.ZodObject<{',
  '    money: z.ZodOptional<z.ZodObject<{',
  '        amount: z.ZodString;',
  '    }, z.core.$strict>>;',
  '    other: z.ZodObject<{',
  '        amount: z.ZodNumber;',
  '    }, z.core.$strict>;',
  '}, z.core.$strict>;',
].join('\n');
const LIST = [
  'export const ListSchema: z.ZodArray<z.ZodObject<{',
  '    money: z.ZodOptional<z.ZodObject<{',
  '        amount: z.ZodString;',
  '    }, z.core.$strict>>;',
  '    other: z.ZodObject<{',
  '        amount: z.ZodNumber;',
  '    }, z.core.$strict>;',
  '}, z.core.$strict>>;',
].join('\n');

describe('a schema that another one is made of', () => {
  test('is named instead of repeated, however deep it stands', () => {
    expect(foldSchemas([MONEY, FEE].join('\n\n'))).toContain(
      '    money: z.ZodOptional<typeof MoneySchema>;\n',
    );
  });

  test('stays where it is declared, and what only looks like it stays written out', () => {
    const folded = foldSchemas([MONEY, FEE].join('\n\n'));
    expect(folded).toContain(MONEY);
    expect(folded).toContain('        amount: z.ZodNumber;');
  });

  test('is folded before its own parts are', () => {
    expect(foldSchemas([MONEY, FEE, LIST].join('\n\n'))).toContain(
      'export const ListSchema: z.ZodArray<typeof FeeSchema>;',
    );
  });
});
