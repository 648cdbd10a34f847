import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { copyPlugin, type CopyOptions } from '../fixtures/plugin-folder.js';
import { runCommand } from './run-command.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(60_000);

const BIN = fileURLToPath(new URL('../../bin/bourse-plugin.js', import.meta.url));

/** Runs a command in a folder and keeps what it says. */
async function run(args: readonly string[], folder = '/', requests: Iterable<string> = []) {
  let [output, complaint] = ['', ''];
  const code = await runCommand(args, {
    folder,
    write: (text) => (output += text),
    complain: (text) => (complaint += text),
    requests: async function* () {
      yield* requests;
    },
    ended: async () => undefined,
  });
  return { code, output, complaint };
}

/** Builds a copy of the plugin, then runs a command there. */
async function runBuilt(
  args: readonly string[],
  options: CopyOptions = {},
  damage?: (folder: string) => void,
) {
  using plugin = copyPlugin(options);
  const built = await run(['build', plugin.folder]);
  expect(built.complaint).toBe('');
  damage?.(plugin.folder);
  return await run(args, plugin.folder);
}

describe('the command line', () => {
  test('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('bourse-plugin build [folder]'),
    });
    expect(await run(['build', '-h'])).toMatchObject({ code: 0 });
  });

  test.each([
    [[], 'Say "build", "validate", "check" or "emulator". Try bourse-plugin --help.\n'],
    [['publish'], 'Say "build", "validate", "check" or "emulator". Try bourse-plugin --help.\n'],
    [['build', 'a', 'b'], 'Say "build", "validate", "check" or "emulator". Try bourse-plugin --help.\n'],
    [['toString'], 'Say "build", "validate", "check" or "emulator". Try bourse-plugin --help.\n'],
    [['emulator', '--port', '70000'], '"70000" is no port. Try bourse-plugin --help.\n'],
    [['build', '--fast'], "Unknown option '--fast'. Try bourse-plugin --help.\n"],
  ])('%j is not understood', async (args, complaint) => {
    expect(await run(args)).toEqual({ code: 2, output: '', complaint });
  });
});

describe('build', () => {
  test('says what it wrote', async () => {
    const { code, output } = await runBuilt(['build']);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^Built @acme\/plugin-acme 1\.2\.3, sha256:[0-9a-f]{64}\n {2}dist\/plugin\.js {2}\d+\.\d KB\n/,
    );
  });

  test('says it in JSON', async () => {
    using plugin = copyPlugin();
    const { code, output } = await run(['build', '--json', '--folder', plugin.folder]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ name: '@acme/plugin-acme', version: '1.2.3', findings: [] });
  });

  test('says why it wrote nothing, with place and remedy', async () => {
    using plugin = copyPlugin({
      files: { 'src/plugin.ts': "import 'node:fs';\nexport const plugin = {};\n" },
    });
    const { code, output, complaint } = await run(['build'], plugin.folder);
    expect([code, output]).toEqual([1, '']);
    expect(complaint).toBe(
      'error SYNTAX_REFUSED src/plugin.ts:1:8: A cell has no Node module "node:fs".\n' +
        '  Use what every cell has, or a package that needs no Node.\n',
    );
    expect(JSON.parse((await run(['build', '--json'], plugin.folder)).output)).toMatchObject({
      findings: [{ code: 'SYNTAX_REFUSED', severity: 'error' }],
    });
  });
});

describe('builder', () => {
  test('builds for each line, and says each result in one line', async () => {
    using plugin = copyPlugin();
    const { code, output } = await run(['builder'], plugin.folder, ['', '']);
    const results = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({ name: '@acme/plugin-acme', findings: [] });
    expect(results[1]).toEqual(results[0]);
  });

  test('says where the script fails when it is loaded', async () => {
    const broken = "interface Gone {}\n\n  throw new Error('not yet');\n";
    using plugin = copyPlugin({ files: { 'src/plugin.ts': (text) => `${broken}${text}` } });
    const { output } = await run(['builder'], plugin.folder, ['']);
    expect(JSON.parse(output)).toMatchObject({
      findings: [
        {
          code: 'PLUGIN_FAILED',
          place: { file: 'src/plugin.ts', line: 3, column: 9 },
          message: expect.stringContaining('not yet'),
        },
      ],
    });
  });

  test('builds again once the source is mended', async () => {
    using plugin = copyPlugin({ files: { 'src/index.ts': 'export default }' } });
    const requests = (function* () {
      yield '';
      writeFileSync(
        join(plugin.folder, 'src/index.ts'),
        "export { plugin as default } from './plugin.js';\n",
      );
      yield '';
    })();
    const { output } = await run(['builder'], plugin.folder, requests);
    const [first, second] = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.findings).toMatchObject([
      { code: 'SYNTAX_INVALID', place: { file: 'src/index.ts', line: 1 } },
    ]);
    expect(second).toMatchObject({ version: '1.2.3', findings: [] });
  });
});

describe('validate', () => {
  test('says that a plugin is fine', async () => {
    expect(await runBuilt(['validate'])).toEqual({
      code: 0,
      output: 'acme 1.2.3 is fine and runs in a cell.\n',
      complaint: '',
    });
  });

  test('says it in JSON', async () => {
    const { output } = await runBuilt(['validate', '--json']);
    expect(JSON.parse(output)).toEqual({ id: 'acme', version: '1.2.3', ok: true, findings: [] });
  });

  test('finds a script that is not the one that was built', async () => {
    const damage = (folder: string): void =>
      appendFileSync(join(folder, 'dist/plugin.js'), '// one more line\n');
    expect(await runBuilt(['validate'], {}, damage)).toMatchObject({
      code: 1,
      output: '',
      complaint: expect.stringContaining('error DIGEST_MISMATCH'),
    });
  });

  test('finds a plugin that was never built, and a path without any', async () => {
    using plugin = copyPlugin();
    expect(await run(['validate'], plugin.folder)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('MANIFEST_MISSING'),
    });
    expect(await run(['validate', '/no/such/folder'])).toMatchObject({ code: 1 });
    expect(JSON.parse((await run(['validate', '/no/such/folder', '--json'])).output)).toMatchObject({
      ok: false,
    });
  });

  test('finds a format that plugin.json declares and the code does not read', async () => {
    const renamed = (text: string): string =>
      text.replace("'acme-cash-csv': readCash,", "'acme-cash': readCash,");
    const { code, complaint } = await runBuilt(['validate'], { files: { 'src/plugin.ts': renamed } });
    expect([code, complaint]).toEqual([
      1,
      expect.stringContaining('declares the format "acme-cash-csv", which the code does not read.'),
    ]);
  });

  test('finds a plugin that fails in a cell', async () => {
    const lazy = (text: string): string =>
      text.replace(
        'activate: (context) => {',
        "activate: (context) => {\n    if (!('process' in globalThis)) throw new Error('no process');",
      );
    expect(await runBuilt(['validate'], { files: { 'src/plugin.ts': lazy } })).toMatchObject({
      code: 1,
      complaint: expect.stringMatching(
        /^error PLUGIN_FAILED dist\/plugin\.js: In a cell the plugin fails: .*no process/,
      ),
    });
  });

  test('finds services that manifest and code do not both have', async () => {
    const other = (text: string): string => text.replace('"account"', '"dividend"');
    expect(await runBuilt(['validate'], { files: { 'plugin.json': other } })).toMatchObject({
      code: 1,
      complaint: expect.stringContaining(
        'plugin.json declares dividend, which activate does not return; activate returns account, which plugin.json does not declare.',
      ),
    });
  });

  test('does not activate a plugin that first has to be set up', async () => {
    const needy = (text: string): string => text.replace('.default(2)', '');
    expect(await runBuilt(['validate'], { files: { 'src/settings.ts': needy } })).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^info SETTINGS_INVALID .*was not activated/),
    });
  });
});

describe('emulator', () => {
  const source = `import { defineEmulator, json } from '@bourse/sdk/emulator';
export const emulator = defineEmulator({
  name: 'acme', origins: ['https://api.acme.example'], credentials: { apiKey: 'test-key' },
  scenario: () => ({}), state: () => ({}),
  routes: [{ method: 'GET', path: '/v1/time', answer: () => json({}) }],
});
`;

  test('runs until it is ended, and says where it is', async () => {
    using plugin = copyPlugin({ files: { 'emulator/index.ts': source } });
    const child = spawn(process.execPath, [BIN, 'emulator', plugin.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += String(chunk);
      if (printed.endsWith('\n}\n')) child.kill('SIGINT');
    }
    expect(JSON.parse(printed)).toMatchObject({
      name: 'acme',
      origins: { 'https://api.acme.example': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
      credentials: { apiKey: 'test-key' },
    });
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });

  test('is told of where there is none', async () => {
    using plugin = copyPlugin();
    expect(await run(['emulator'], plugin.folder)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('the plugin has no emulator'),
    });
  });
});

test('the command of the package runs', () => {
  const { status, stdout } = spawnSync(process.execPath, [BIN, '--help'], { encoding: 'utf8' });
  expect([status, stdout.split(' ')[0]]).toEqual([0, 'bourse-plugin']);
});
