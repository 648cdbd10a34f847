import { describe, expect, test } from '@jest/globals';
import { scanScript } from './scan-script.js';

const scan = (script: string) => scanScript(script, { file: 'plugin.js' });
const codes = (script: string) => scan(script).map(({ code, severity }) => `${code} ${severity}`);

const REFUSED = 'SYNTAX_REFUSED error';
const SUSPICIOUS = 'SYNTAX_SUSPICIOUS warning';

describe('a script', () => {
  test('that is one bundled script is taken', () => {
    expect(
      codes('"use strict"; const a = 1; module.exports = { default: { activate: async () => ({ a }) } };'),
    ).toEqual([]);
    expect(codes('if (module) return;')).toEqual([]);
  });

  test.each([
    ['an import', 'import fs from "node:fs";'],
    ['an export', 'export const a = 1;'],
    ['a default export', 'export default 1;'],
    ['a re-export', 'export * from "./a.js";'],
    ['a dynamic import', 'const load = () => import("node:fs");'],
    ['import.meta', 'const url = import.meta.url;'],
    ['eval', 'eval("1");'],
    ['eval in a condition', 'const a = b ? eval(c) : 1;'],
    ['a function made of text', 'new Function("return this")();'],
    ['a function made of text without new', 'const f = Function("a", "return a");'],
    ['a comment in the style of HTML', 'let a = 1;\n<!-- hidden\n'],
    ['an end of such a comment', 'let a = 1;\n--> hidden\n'],
  ])('with %s is refused', (_, script) => {
    expect(codes(script)).toEqual([REFUSED]);
  });

  test.each(['process', 'require', 'global', 'Buffer', '__dirname', 'setImmediate', 'Intl'])(
    'that uses %s is pointed out',
    (name) => {
      expect(codes(`const a = ${name}.something;`)).toEqual([SUSPICIOUS]);
      expect(codes(`const a = globalThis.${name};`)).toEqual([SUSPICIOUS]);
      expect(codes(`const a = globalThis["${name}"];`)).toEqual([SUSPICIOUS]);
      expect(codes(`const a = { ${name} };`)).toEqual([SUSPICIOUS]);
    },
  );

  test('that climbs to the constructor of a constructor is pointed out', () => {
    expect(codes('({}).constructor.constructor("return process")();')).toEqual([SUSPICIOUS]);
    expect(codes('a["constructor"]["constructor"]("x");')).toEqual([SUSPICIOUS]);
    expect(codes('a.constructor.name;')).toEqual([]);
  });
});

describe('words that mean something else never count:', () => {
  test.each([
    ['texts', 'const a = "eval(1) import(2) process <!-- -->"; const b = `process.env`;'],
    ['comments', '// eval("x") process\n/* import("y") */ const a = 1;'],
    ['regular expressions', 'const a = /eval\\(process\\)/;'],
    ['parts of other words', 'const execution = evaluate(processor, imported);'],
    ['properties', 'a.process; a.eval(1); a.require("x"); a?.global; a.Function(1);'],
    [
      'keys',
      'const a = { process: 1, eval: 2, "require": 3 }; class B { process() {} static global = 1; #require; }',
    ],
    ['labels', 'process: for (;;) { break process; }'],
    ['private names', 'class A { #process = 1; read() { return this.#process; } }'],
    ['asking what something is', 'const a = typeof process === "undefined" ? 1 : 2;'],
    ['the function that is no constructor of code', 'const a = f instanceof Function; const F = Function;'],
  ])('%s', (_, script) => {
    expect(codes(script)).toEqual([]);
  });

  test.each([
    ['a variable', 'const process = {}; process.env;'],
    ['a variable declared later', 'function f() { return process.env; } var process = {};'],
    ['a var of an inner block', 'function f() { if (a) { var process = {}; } return process; }'],
    ['a parameter', 'function f(require) { return require("a"); }'],
    [
      'a parameter in a pattern',
      'const f = ({ a: { process }, ...global }, [, Buffer = 1, ...require]) => [process, global, Buffer, require];',
    ],
    ['a function', 'function require(name) {} require("a");'],
    ['the name of a function in itself', 'const f = function process() { return process; };'],
    ['a class', 'class Buffer {} new Buffer();'],
    ['the name of a class in itself', 'const C = class Buffer { a() { return Buffer; } };'],
    ['what was caught', 'try { a(); } catch (process) { process.exit(); }'],
    ['what was caught, in parts', 'try { a(); } catch ({ process }) { process.exit(); }'],
    [
      'a loop variable',
      'for (const process of all) process.run(); for (let global = 0; global < 1; global += 1) f(global);',
    ],
    ['a case', 'switch (a) { case 1: let process = 2; f(process); }'],
    ['a static block', 'class A { static { const process = 1; f(process); } }'],
    ['a function of its own that is called Function', 'function wrap(Function) { return Function("a"); }'],
    ['another globalThis', '((globalThis) => globalThis.process)({});'],
  ])('%s of the script', (_, script) => {
    expect(codes(script)).toEqual([]);
  });

  test.each([
    ['a block before', '{ const process = 1; } process.env;'],
    ['a function beside', 'function f(process) {} process.env;'],
    ['the name of a function outside it', 'const f = function process() {}; process.env;'],
    ['a let of an inner block', 'function f() { if (a) { let process = {}; } return process; }'],
    ['a loop that is over', 'for (const process of all) {} process.env;'],
    ['a default that comes from outside', 'const f = (a = process) => a;'],
    ['a computed key', 'const a = { [process]: 1 };'],
    ['a template', 'const a = `${process.env}`;'],
    ['an argument', 'f(...process);'],
    ['a pattern with a default', 'const { a = process } = b;'],
  ])('but %s does not make a name the script’s own', (_, script) => {
    expect(codes(script)).toEqual([SUSPICIOUS]);
  });
});

describe('a finding', () => {
  test('names the first place and how often', () => {
    expect(scan('let a;\n  process.a;\nprocess.b;\nrequire("a");')).toMatchObject([
      {
        message: 'The script uses "process" 2 times; a cell has none.',
        place: { file: 'plugin.js', line: 2, column: 3 },
      },
      { message: 'The script uses "require"; a cell has none.', place: { line: 4, column: 1 } },
    ]);
    expect(scan('eval("a")')[0]?.place).toEqual({ file: 'plugin.js', line: 1, column: 1 });
  });

  test('names the source where the map tells it', () => {
    // One mapping: line 1, column 5 of the script is line 3 of src/reader.ts.
    const map = { version: 3, sources: ['src/reader.ts'], names: [], mappings: 'IAEA' };
    const sourceMap = new TextEncoder().encode(JSON.stringify(map));
    expect(scanScript('let a=eval("1")', { file: 'plugin.js', sourceMap })[0]?.message).toBe(
      'The script uses eval(); it comes from src/reader.ts:3.',
    );
  });

  const MAP = { version: 3, sources: ['src/reader.ts'], names: [], mappings: 'IAEA' };

  test.each([
    ['maps too many places', { ...MAP, mappings: `IAEA${',A'.repeat(600_000)}` }],
    ['is too large', { ...MAP, sourcesContent: ['x'.repeat(5_000_000)] }],
    ['is in sections', { version: 3, sections: [{ offset: { line: 0, column: 0 }, map: MAP }] }],
  ])('names no source where the map %s', (_, map) => {
    const sourceMap = new TextEncoder().encode(JSON.stringify(map));
    expect(scanScript('let a=eval("1")', { file: 'plugin.js', sourceMap })[0]?.message).toBe(
      'The script uses eval().',
    );
  });

  test.each([
    '',
    '{',
    '{}',
    '{"version":3,"sources":[7],"mappings":"!!!"}',
    '[]',
    'null',
    '{"sections":[{}]}',
  ])('is made without the map when that is %j', (text) => {
    const sourceMap = new TextEncoder().encode(text);
    expect(scanScript('eval("1")', { file: 'plugin.js', sourceMap })).toMatchObject([
      { code: 'SYNTAX_REFUSED' },
    ]);
  });
});

describe('a script that cannot be parsed', () => {
  test.each([
    ['a fault', 'let a = ;', { line: 1, column: 9 }],
    ['a fault in a later line', 'let a;\na b;', { line: 2, column: 3 }],
    ['what strict mode refuses', 'with (a) {}', { line: 1, column: 1 }],
    ['an end that is missing', 'f(', { line: 1, column: 3 }],
    ['await in a plain function', 'function f() { await 1; }', { line: 1, column: 22 }],
  ])('for %s is refused with its place', (_, script, place) => {
    expect(scan(script)).toMatchObject([{ code: 'SYNTAX_INVALID', severity: 'error', place }]);
  });

  test.each([
    '('.repeat(100_000),
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `a=${'1+'.repeat(200_000)}1`,
    `a${'.b'.repeat(200_000)}`,
    'a=>'.repeat(50_000),
    `${'{'.repeat(50_000)}${'}'.repeat(50_000)}`,
  ])('because it is nested too deep does not take the host along (%#)', (script) => {
    expect(scan(script)).toMatchObject([{ severity: 'error' }]);
  });
});

describe('a script that is made to keep the host busy', () => {
  const nested = (inside: string) => `${'{let a;'.repeat(150)}${inside}${'}'.repeat(150)}`;

  test.each([
    [
      'declares a hundred thousand names',
      Array.from({ length: 100_000 }, (_, n) => `let a${n};`).join(''),
      [],
    ],
    ['uses a name deep inside, over and over', nested('{process}'.repeat(100_000)), [SUSPICIOUS]],
    ['declares variables deep inside, over and over', nested('var b;'.repeat(100_000)), []],
    ['has a regular expression of many ways', `/${'(?:(?<a>x)|'.repeat(1_000)}${')'.repeat(1_000)}/u;`, []],
    ['is nested deep', `${'{'.repeat(300)}${'}'.repeat(300)}`, [REFUSED]],
    ['has too many words', `[${'1,'.repeat(300_000)}];`, [REFUSED]],
  ])('and %s is checked in time', (_, script, expected) => {
    expect(codes(script)).toEqual(expected);
  });

  test('is refused with the reason', () => {
    expect(scan(`[${'1,'.repeat(300_000)}];`)).toMatchObject([
      { message: 'The script is too large to be checked.' },
    ]);
  });
});
