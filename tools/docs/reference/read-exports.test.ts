import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { findUndocumented, findVagueDeprecations } from './find-gaps.ts';
import { readModule } from './read-exports.ts';

const SOURCE = `
/** Reads lines of Acme; see {@link Line}. @throws ROW_MALFORMED where a line has no end. */
export function readLines(text: string, options: { readonly from?: number } = {}): Line[] { return []; }

/** @deprecated since 1.2, until 2.0: use readLines */
export const readAll = (text: string): Line[] => [];

/** @deprecated use readLines */
export const readOne = (text: string): Line[] => [];

export const silent = 5;

/** One line. */
export interface Line {
  /** Without its end. */
  readonly text: string;
  /** The first is 1. @deprecated since 1.1, until 2.0: use ordinal */
  readonly number?: number;
  /** @deprecated soon */
  readonly index?: number;
}

/** Holds lines. */
export class Lines {
  readonly #lines: Line[] = [];
  constructor(lines: readonly Line[]) { this.#lines.push(...lines); }
  /** How many there are. */
  get size(): number { return this.#lines.length; }
}

/**
 * How lines end.
 * @example
 * const end: End = 'LF';
 */
export type End = 'LF' | 'CRLF';
`;

function readSource(): ReturnType<typeof readModule> {
  const options: ts.CompilerOptions = { noLib: true, target: ts.ScriptTarget.ESNext };
  const host = ts.createCompilerHost(options);
  const file = ts.createSourceFile('/packages/acme/src/lines.ts', SOURCE, ts.ScriptTarget.ESNext, true);
  host.getSourceFile = () => file;
  const program = ts.createProgram([file.fileName], options, host);
  const module = program.getTypeChecker().getSymbolAtLocation(file);
  return module === undefined ? [] : readModule(program.getTypeChecker(), module);
}

const exports = readSource();
const find = (name: string) => exports.find((each) => each.name === name);

describe('an export', () => {
  test('has the words, tags and signature of its declaration', () => {
    expect(find('readLines')).toEqual({
      name: 'readLines',
      file: 'acme/lines.ts',
      text: 'Reads lines of Acme; see `Line`.',
      notes: ['*throws*: ROW_MALFORMED where a line has no end.'],
      signature: 'function readLines(text: string, options: { readonly from?: number } = {}): Line[]',
      members: [],
    });
  });

  test('has its members with their words, private ones left out', () => {
    expect(find('Line')?.members.map(({ name, form, isOptional }) => [name, form, isOptional])).toEqual([
      ['text', 'string', false],
      ['number', 'number', true],
      ['index', 'number', true],
    ]);
    expect(find('Lines')).toMatchObject({
      signature: 'class Lines\nnew Lines(lines: readonly Line[])',
      members: [{ name: 'size', form: 'number', text: 'How many there are.' }],
    });
  });

  test('has its examples as code', () => {
    expect(find('End')?.notes).toEqual(["```ts\nconst end: End = 'LF';\n```"]);
  });
});

test('what has no docstring is found', () => {
  expect(findUndocumented([find('silent'), find('Line')].flatMap((each) => each ?? []))).toEqual([
    'acme/lines.ts: silent has no docstring',
  ]);
});

test('deprecations of exports and members are read, and vague ones found', () => {
  expect(find('readAll')?.deprecated).toBe('since 1.2, until 2.0: use readLines');
  expect(findVagueDeprecations(exports)).toEqual([
    'acme/lines.ts: readOne: "@deprecated use readLines" is not "@deprecated since X.Y, until Z.0: use <replacement>"',
    'acme/lines.ts: Line.index: "@deprecated soon" is not "@deprecated since X.Y, until Z.0: use <replacement>"',
  ]);
});
