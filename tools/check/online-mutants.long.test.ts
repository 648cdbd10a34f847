import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QualityReport } from '@bourse/sdk/check';
import { ROOT } from '../root.ts';

const SCAFFOLD = join(ROOT, 'packages', 'create-bourse-plugin', 'bin', 'create-bourse-plugin.js');
const COMMAND = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');

/** A new plugin that asks an API with a key, after one small edit, and the rule that is meant for it. */
interface Mutant {
  readonly code: string;
  readonly what: string;
  readonly file: string;
  /** Undefined takes the file away. */
  readonly edit?: readonly [from: string, to: string];
}

const API = 'src/api/get.ts';
const PROBLEMS = 'src/api/to-problem.ts';
const ACCOUNT = 'src/online/online-account.ts';

const MUTANTS: readonly Mutant[] = [
  {
    code: 'BQ109',
    what: 'asks for more than its manifest says',
    file: ACCOUNT,
    edit: ["await get('/v1/account')", "await get('/v1/orders')"],
  },
  {
    code: 'BQ110',
    what: 'lists what belongs to another account',
    file: ACCOUNT,
    edit: [
      'return accountId === undefined || accountId === account.id ? account : undefined;',
      'return account;',
    ],
  },
  {
    code: 'BQ111',
    what: 'wants a right that it does not use',
    file: 'plugin.json',
    edit: [
      '"network": [',
      '"network": [{ "origin": "https://api.acme.example", "methods": ["GET"], "paths": ["/v1/orders"], "access": "read", "why": "reads orders" },',
    ],
  },
  { code: 'BQ203', what: 'has no emulator', file: 'emulator/index.ts' },
  {
    code: 'BQ205',
    what: 'asks what nobody documents',
    file: ACCOUNT,
    edit: [
      "    const answer = await get('/v1/bookings'",
      "    await get('/v1/account', { verbose: '1' }).catch(() => undefined);\n    const answer = await get('/v1/bookings'",
    ],
  },
  {
    code: 'BQ206',
    what: 'takes a wrong key for a pause',
    file: PROBLEMS,
    edit: ["401: 'AUTH_INVALID'", "401: 'UNAVAILABLE'"],
  },
  {
    code: 'BQ207',
    what: 'takes too many requests for a pause',
    file: PROBLEMS,
    edit: ["  429: 'RATE_LIMITED',\n", ''],
  },
  {
    code: 'BQ208',
    what: 'takes a failing institution for a wrong question',
    file: PROBLEMS,
    edit: ["?? 'UNAVAILABLE'", "?? 'INVALID_REQUEST'"],
  },
  {
    code: 'BQ209',
    what: 'takes half an answer for an empty one',
    file: API,
    edit: [
      "throw malformed(`The answer to ${path} is no JSON.`, path, 'safe');",
      "if (path === '/v1/bookings') return { bookings: [], nextPage: null };\n    throw malformed(path, path, 'safe');",
    ],
  },
  {
    code: 'BQ211',
    what: 'does not notice a page that comes twice',
    file: 'src/api/members.ts',
    edit: ['if (Number(page) <= Number(asked ?? 0))', 'if (Number(page) < 0 && asked === undefined)'],
  },
  {
    code: 'BQ213',
    what: 'forgets the commission',
    file: 'emulator/scenario.ts',
    edit: ["commission: '1.00'", "commission: '3.00'"],
  },
  {
    code: 'BQ214',
    what: 'holds what was never bought',
    file: 'emulator/scenario.ts',
    edit: ["quantity: '3', price", "quantity: '5', price"],
  },
];

let folder: string;
let good: string;

beforeAll(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-mutants-'));
  good = join(folder, 'acme');
  execFileSync(process.execPath, [SCAFFOLD, 'acme', '--needs', 'network,credentials', '--yes'], {
    cwd: folder,
    stdio: 'ignore',
  });
  symlinkSync(join(ROOT, 'node_modules'), join(good, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(plugin: string): Promise<QualityReport> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [COMMAND, 'check', plugin, '--json'], (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
  return JSON.parse(output) as QualityReport;
}

function brokenOf({ rules }: QualityReport): string[] {
  return rules.filter(({ outcome }) => outcome === 'broken').map(({ code }) => code);
}

test('the plugin that a new author begins with is gold', async () => {
  const report = await check(good);
  expect(report.rules.flatMap(({ shortcomings }) => shortcomings)).toEqual([]);
  expect(report.level).toBe('gold');
});

test.each(MUTANTS)('a plugin that $what breaks $code and nothing else', async ({ code, file, edit }) => {
  const mutant = join(folder, code);
  cpSync(good, mutant, { recursive: true });
  const path = join(mutant, file);
  if (edit === undefined) rmSync(path);
  else {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(edit[0]);
    writeFileSync(
      path,
      text.replace(edit[0], () => edit[1]),
    );
  }
  expect(brokenOf(await check(mutant))).toEqual([code]);
});
