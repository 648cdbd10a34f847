import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { BuiltManifestSchema } from '@bourse/core/interfaces';
import { copyPlugin, type CopyOptions } from '../fixtures/plugin-folder.js';
import type { BuildError } from './build-error.js';
import { buildPlugin } from './build-plugin.js';
import { digestOf } from './digest.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(60_000);

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const FILES = ['dist/plugin.js', 'dist/plugin.js.map', 'dist/manifest.json'];

async function build(options: CopyOptions = {}) {
  using plugin = copyPlugin(options);
  const result = await buildPlugin(plugin.folder);
  const [code = '', map = '', manifest = ''] = FILES.map((path) => read(plugin.folder, path));
  return { result, code, map, manifest };
}

/** The findings of a build that fails; nothing may have been written. */
async function findingsOf(options: CopyOptions) {
  using plugin = copyPlugin(options);
  const error: unknown = await buildPlugin(plugin.folder).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'BuildError' });
  expect(existsSync(join(plugin.folder, 'dist'))).toBe(false);
  return (error as BuildError).findings;
}

/** What the script exports, evaluated as plain CommonJS. */
function evaluate(code: string): { readonly default: Record<string, unknown> } {
  const module = { exports: {} as { default: Record<string, unknown> } };
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports;
}

describe('a built plugin', () => {
  test('has a manifest of plugin.json, package.json, settings and digests', async () => {
    const { result, code, map, manifest } = await build();
    const stable = manifest
      .replaceAll(/"sha256:[0-9a-f]{64}"/g, '"sha256:…"')
      .replace(`"builtWith": "${packageJson.version}"`, '"builtWith": "…"');
    expect(stable).toMatchInlineSnapshot(`
      "{
        "name": "@acme/plugin-acme",
        "version": "1.2.3",
        "id": "acme",
        "type": "broker",
        "institution": "Acme Securities",
        "api": ">=1.0.0 <2.0.0",
        "main": "./dist/plugin.js",
        "services": [
          "statement",
          "account",
          "fee"
        ],
        "portfolio": "derived",
        "statements": [
          {
            "format": "acme-cash-csv",
            "extension": "csv",
            "headerTokens": [
              "Booking date",
              "Amount EUR"
            ],
            "maxBytes": 50000000
          },
          {
            "format": "acme-cash-xml",
            "extension": "xml",
            "headerTokens": [
              "<Bookings"
            ],
            "maxBytes": 60000000
          }
        ],
        "description": "Reads the cash export of Acme Securities.",
        "author": "Ann Author <ann@acme.example>",
        "license": "MIT",
        "repository": "https://acme.example/plugin",
        "settings": {
          "type": "object",
          "properties": {
            "pageSize": {
              "type": "integer",
              "description": "Fees on one page.",
              "default": 2,
              "minimum": 1,
              "maximum": 100
            }
          }
        },
        "files": {
          "dist/plugin.js": "sha256:…",
          "dist/plugin.js.map": "sha256:…"
        },
        "builtWith": "…"
      }
      "
    `);
    expect(BuiltManifestSchema.parse(JSON.parse(manifest)).files).toEqual({
      'dist/plugin.js': digestOf(code),
      'dist/plugin.js.map': digestOf(map),
    });
    expect(result).toEqual({
      name: '@acme/plugin-acme',
      version: '1.2.3',
      digest: digestOf(manifest),
      sizes: {
        'dist/plugin.js': code.length,
        'dist/plugin.js.map': Buffer.byteLength(map),
        'dist/manifest.json': manifest.length,
      },
    });
  });

  test('is one script that exports the definition, without zod', async () => {
    const { code } = await build();
    expect(evaluate(code).default).toMatchObject({ type: 'broker' });
    expect(evaluate(code).default).not.toHaveProperty('settings');
    expect(code).not.toMatch(/zod|\brequire\(/i);
    expect(code.length).toBeLessThan(20_000);
  });

  test('has the same bytes each time, and built from a copy with packages of its own', async () => {
    const first = await build();
    expect(await build()).toEqual(first);
    expect(await build({ standalone: true })).toEqual(first);
  });

  test('has other bytes when a source changes', async () => {
    const changed = await build({
      files: { 'src/plugin.ts': (text) => text.replace('still here', 'Still here') },
    });
    expect(changed.result.digest).not.toBe((await build()).result.digest);
  });

  test("names its sources by plugin and package, with the plugin's own texts", async () => {
    const { map } = await build();
    const { sources, sourcesContent } = JSON.parse(map);
    expect(sources).toContain('../src/read-cash.ts');
    expect(sources).toContain('../node_modules/@bourse/sdk/dist/csv/read-csv.js');
    expect(sources.filter((source: string) => !/^\.\.\/(src|node_modules)\//.test(source))).toEqual([]);
    expect(sourcesContent[sources.indexOf('../src/read-cash.ts')]).toContain('export const readCash');
  });

  test('takes assets along by their digest', async () => {
    const withAsset: CopyOptions = {
      files: {
        'words.json': '{"a":1}',
        'plugin.json': (text) => text.replace('"portfolio"', '"assets": ["./words.json"], "portfolio"'),
      },
    };
    expect(JSON.parse((await build(withAsset)).manifest).files).toHaveProperty(
      ['words.json'],
      digestOf('{"a":1}'),
    );
  });

  test('keeps what src/settings.ts exports beside the schema', async () => {
    const { code } = await build({
      files: {
        'src/settings.ts': (text) => `${text}\nexport const GREETING = 'hello from settings';\n`,
        'src/plugin.ts': (text) =>
          text
            .replace("'./settings.js'", "'./settings.js';\nimport { GREETING } from './settings.js'")
            .replace("'still here'", 'GREETING'),
      },
    });
    expect(code).toContain('hello from settings');
  });

  test('an empty broker has at most 10 KB', async () => {
    const { code } = await build({
      files: {
        'src/plugin.ts':
          "import { defineBroker } from '@bourse/sdk';\nexport const plugin = defineBroker({ activate: () => ({}) });\n",
      },
    });
    expect(code.length).toBeLessThan(10_240);
  });

  test('no export of the sdk brings zod along', async () => {
    const everything =
      "import * as sdk from '@bourse/sdk';\nexport const plugin = sdk.defineBroker({ activate: () => ({ sdk }) as never });\n";
    const { code, map } = await build({ files: { 'src/plugin.ts': everything } });
    expect(map).not.toContain('zod');
    expect(code.length).toBeLessThan(20_000);
  });
});

describe('the source map', () => {
  function locate({ code, map }: { code: string; map: string }, text: string) {
    const lines = code.split('\n');
    const line = lines.findIndex((candidate) => candidate.includes(text));
    const { originalSource, originalLine } = new SourceMap(JSON.parse(map)).findEntry(
      line,
      lines[line]?.indexOf(text) ?? 0,
    ) as {
      originalSource: string;
      originalLine: number;
    };
    return { source: originalSource, line: originalLine + 1 };
  }

  const lineOf = (path: string, text: string): number => {
    using plugin = copyPlugin();
    return (
      read(plugin.folder, path)
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1
    );
  };

  test('leads to the line of the source', async () => {
    expect(locate(await build(), 'Export the cash account as CSV.')).toEqual({
      source: '../src/read-cash.ts',
      line: lineOf('src/read-cash.ts', 'Export the cash account as CSV.'),
    });
  });

  test('leads there also after a text was rewritten', async () => {
    const built = await build({
      files: { 'src/plugin.ts': (text) => text.replace("'still here'", "'<!-- still here -->'") },
    });
    expect(locate(built, 'Export the cash account as CSV.').line).toBe(
      lineOf('src/read-cash.ts', 'Export the cash account as CSV.'),
    );
    expect(locate(built, 'There is one page.')).toEqual({
      source: '../src/plugin.ts',
      line: lineOf('src/plugin.ts', 'There is one page.'),
    });
  });
});

describe('texts that the realm of a cell refuses', () => {
  const exporting = (expression: string): CopyOptions => ({
    files: {
      'src/plugin.ts': `export const plugin = { type: 'broker', activate: () => ({}), value: (n: number) => ${expression} };\n`,
    },
  });

  test.each([
    ["'<!-- a -->'", '<!-- a -->'],
    ["'call import(x)'", 'call import(x)'],
    ['`<!-- ${n} --> import (`', '<!-- 3 --> import ('],
    ["/<!--(.)-->/.exec('<!--x-->')?.[1]", 'x'],
    ["'one two'.replace(/import\\(/g, '') + (n-->2)", 'one twotrue'],
  ])('%s means the same', async (expression, value) => {
    const { code } = await build(exporting(expression));
    expect(code).not.toMatch(/<!--|-->|\bimport\s*\(/);
    const plugin: { value?: (n: number) => unknown } = evaluate(code).default;
    expect(plugin.value?.(3)).toBe(value);
  });

  test('are refused where they cannot be written otherwise', async () => {
    const findings = await findingsOf(exporting("({ '<!--': 1, '-->': n })"));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'SYNTAX_REFUSED', place: { file: 'dist/plugin.js' } }),
    ]);
  });
});

describe('a plugin that cannot be built', () => {
  const settings = (field: string): CopyOptions => ({
    files: {
      'src/settings.ts': `import { z } from 'zod';\nexport const settings = z.object({ pageSize: ${field} });\n`,
    },
  });

  test.each<[string, CopyOptions, object]>([
    [
      'plugin.json is no JSON',
      { files: { 'plugin.json': '{' } },
      { code: 'MANIFEST_UNREADABLE', place: { file: 'plugin.json' } },
    ],
    [
      'a field is unknown',
      { files: { 'plugin.json': (text) => text.replace('"portfolio"', '"portfoilo"') } },
      { code: 'MANIFEST_FIELD_UNKNOWN', place: { file: 'plugin.json', path: 'portfoilo', line: 8 } },
    ],
    [
      'a field is wrong',
      { files: { 'plugin.json': (text) => text.replace('"csv"', '".csv"') } },
      { code: 'MANIFEST_INVALID', place: { file: 'plugin.json', path: 'statements[0].extension', line: 12 } },
    ],
    [
      'main is elsewhere',
      { files: { 'plugin.json': (text) => text.replace('dist/plugin.js', 'lib/plugin.js') } },
      { code: 'MANIFEST_INVALID', place: { file: 'plugin.json', path: 'main' } },
    ],
    [
      'package.json has no version',
      { files: { 'package.json': (text) => text.replace('"version"', '"revision"') } },
      { code: 'MANIFEST_INVALID', place: { file: 'package.json', path: 'version' } },
    ],
    [
      'a module of Node is imported',
      {
        files: {
          'src/plugin.ts': (text) => `import { readFileSync } from 'node:fs';\nvoid readFileSync;\n${text}`,
        },
      },
      {
        code: 'SYNTAX_REFUSED',
        message: 'A cell has no Node module "node:fs".',
        place: { file: 'src/plugin.ts', line: 1, column: 30 },
      },
    ],
    [
      'Node is used',
      {
        files: {
          'src/plugin.ts': (text) =>
            `const of = (text: string) =>\n  Buffer.from(text);\n${text}\nvoid of('');`,
        },
      },
      {
        code: 'SYNTAX_REFUSED',
        message: 'A cell has no "Buffer".',
        place: { file: 'src/plugin.ts', line: 2, column: 3 },
      },
    ],
    [
      'a package is missing',
      { files: { 'src/plugin.ts': (text) => `import 'no-such-package';\n${text}` } },
      {
        code: 'SYNTAX_INVALID',
        place: { file: 'src/plugin.ts', line: 1, column: 8 },
        remedy: expect.stringContaining('npm install'),
      },
    ],
    [
      'a source is missing',
      { files: { 'src/plugin.ts': (text) => `import './no-such-source.js';\n${text}` } },
      { code: 'SYNTAX_INVALID', remedy: 'Mend the source.' },
    ],
    [
      'the source has a mistake',
      { files: { 'src/plugin.ts': 'export const plugin = ;' } },
      { code: 'SYNTAX_INVALID', place: { file: 'src/plugin.ts', line: 1, column: 23 } },
    ],
    [
      'the script fails when it is loaded',
      { files: { 'src/plugin.ts': "throw new Error('no network');\nexport const plugin = {};\n" } },
      { code: 'PLUGIN_FAILED', message: 'The script fails when it is loaded: no network.' },
    ],
    [
      'nothing is exported',
      { files: { 'src/index.ts': 'export {};\n' } },
      { code: 'PLUGIN_DEFINITION_INVALID' },
    ],
    [
      'an asset is missing',
      { files: { 'plugin.json': (text) => text.replace('"portfolio"', '"assets": ["a.txt"], "portfolio"') } },
      { code: 'ENTRY_MISSING' },
    ],
    [
      'a setting has a pattern',
      settings("z.string().regex(/a/).default('a')"),
      { code: 'SETTINGS_SCHEMA_INVALID', place: { file: 'src/settings.ts', path: 'pageSize' } },
    ],
    [
      'a setting is nested',
      settings('z.object({ a: z.string() })'),
      { code: 'SETTINGS_SCHEMA_INVALID', place: { path: 'pageSize' } },
    ],
    [
      'a setting is transformed',
      settings('z.date()'),
      { code: 'SETTINGS_SCHEMA_INVALID', place: { file: 'src/settings.ts' } },
    ],
  ])('says so where %s', async (_, options, finding) => {
    const findings = await findingsOf(options);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', remedy: expect.stringMatching(/./), ...finding });
  });

  test('says so where there is none', async () => {
    await expect(buildPlugin('/no/such/folder')).rejects.toMatchObject({
      findings: [{ code: 'MANIFEST_MISSING' }],
    });
  });

  test('leaves the former build as it is', async () => {
    using plugin = copyPlugin({ files: { 'src/plugin.ts': 'export const plugin = ;' } });
    mkdirSync(join(plugin.folder, 'dist'));
    writeFileSync(join(plugin.folder, 'dist/plugin.js'), 'former');
    await expect(buildPlugin(plugin.folder)).rejects.toThrow();
    expect(readdirSync(join(plugin.folder, 'dist'))).toEqual(['plugin.js']);
    expect(read(plugin.folder, 'dist/plugin.js')).toBe('former');
  });
});

test('a package that only guards its use of Node is taken', async () => {
  using plugin = copyPlugin({
    files: { 'src/plugin.ts': (text) => `import { kind } from './guarded.cjs';\nvoid kind;\n${text}` },
  });
  writeFileSync(
    join(plugin.folder, 'src/guarded.cjs'),
    "let kind = 'node';\ntry { require('stream'); } catch { kind = 'bare'; }\nexports.kind = kind;\n",
  );
  await buildPlugin(plugin.folder);
  expect(read(plugin.folder, 'dist/plugin.js')).toContain('A cell has no Node module');
});
