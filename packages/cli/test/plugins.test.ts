import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Place, type Outcome } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH } from './statements.js';

/** Built plugins that every test copies what it needs of. */
const workshop = new Place();
const BUILT = join(workshop.folder, 'built');

beforeAll(() => {
  buildPlugin('acme', join(BUILT, 'acme'));
  buildPlugin('acme', join(BUILT, 'update'), (folder) => {
    change(folder, 'package.json', '"1.0.0"', '"1.1.0"');
    change(folder, 'plugin.json', '"extension": "csv"', '"extension": "tsv"');
    change(folder, 'package.json', 'Reads the cash', 'Trust me. Reads the cash');
  });
  buildPlugin('acme', join(BUILT, 'acme-fifth'), (folder) => {
    change(folder, 'package.json', '@acme/plugin-acme', '@acme/plugin-acme-fifth');
    change(folder, 'plugin.json', '"id": "acme"', '"id": "acme-fifth"');
    change(folder, 'plugin.json', 'Acme Securities', 'Acme Fifth');
    change(folder, 'plugin.json', 'Acme reference', 'Fifth reference');
    change(folder, 'src/plugin.js', "'Acme reference'", "'Fifth reference'");
  });
}, 120_000);

afterAll(() => workshop[Symbol.dispose]());

let place: Place;

beforeEach(() => {
  place = new Place();
  install('acme');
});

afterEach(() => place[Symbol.dispose]());

function install(name: string, folder = name): void {
  for (const part of ['package.json', 'plugin.json', 'dist'])
    cpSync(join(BUILT, name, part), join(place.plugins, folder, part), { recursive: true });
}

function change(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

const plugins = (...words: readonly string[]): Promise<Outcome> => place.tell(['plugins', ...words]);
const ask = (...words: readonly string[]) => place.ask(['plugins', ...words]);
const approve = (id = 'acme'): Promise<Outcome> => plugins('approve', id, '--yes');

describe('a plugin that nobody approved', () => {
  test('waits, and the list says what to do', async () => {
    expect((await ask()).answer).toMatchObject({
      plugins: [{ id: 'acme', state: 'waiting', institution: 'Acme Securities' }],
      findings: [],
    });
    const { status, stdout } = await plugins();
    expect(status).toBe(0);
    expect(stdout).toContain('bourse plugins approve acme');
  });

  test('is shown no file', async () => {
    place.write('march.csv', MARCH);
    expect(await place.ask(['parse', 'march.csv'])).toMatchObject({
      status: 1,
      answer: [
        {
          problems: [
            {
              code: 'UNSUPPORTED_FORMAT',
              remedy: 'See "bourse plugins": 1 of them waits for your approval.',
            },
          ],
        },
      ],
    });
  });

  test('is not approved where nobody can be asked', async () => {
    expect(await ask('approve', 'acme')).toMatchObject({
      status: 1,
      answer: {
        problems: [
          { code: 'PLUGIN_NOT_APPROVED', remedy: 'Read "bourse plugins info acme", then add --yes.' },
        ],
      },
    });
    expect((await ask('info', 'acme')).answer).toMatchObject({ state: 'waiting' });
  });

  test('is approved with its rights first and its own words last', async () => {
    const { status, stdout, stderr } = await approve();
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'acme 1.0.0 is approved; the first call starts it.\n',
    });
    const [rights, refused, words] = [
      'reports accounts',
      'It may not use',
      '“Reads the cash export of Acme Securities.”',
    ].map((text) => stderr.indexOf(text));
    expect(rights).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(rights ?? Infinity);
    expect(words).toBeGreaterThan(refused ?? Infinity);
    expect((await ask('info', 'acme')).answer).toMatchObject({
      state: 'discovered',
      approvals: [{ approvedBy: 'user', version: '1.0.0' }],
    });
  });
});

test('a further plugin is found, approved and used without touching anything else', async () => {
  await approve();
  install('acme-fifth');
  await approve('acme-fifth');
  place.write('fifth.csv', MARCH.replace('Acme reference', 'Fifth reference'));
  place.write('march.csv', MARCH);
  expect(await place.ask(['import', 'march.csv', 'fifth.csv'])).toMatchObject({
    status: 0,
    answer: [
      { plugin: 'acme', institution: 'Acme Securities', new: 5 },
      { plugin: 'acme-fifth', institution: 'Acme Fifth', new: 5 },
    ],
  });
  expect((await place.ask(['portfolio'])).answer).toMatchObject({
    positions: [
      { institution: 'Acme Fifth', quantity: '2' },
      { institution: 'Acme Securities', quantity: '2' },
    ],
    instruments: [{ quantity: '4' }],
  });
});

test('that a plugin reports for the institution of another is told before it is approved', async () => {
  await approve();
  install('acme-fifth');
  expect((await approve('acme-fifth')).stderr).not.toContain('is the institution of');
  install('acme-fifth', 'other');
  change(join(place.plugins, 'other'), 'package.json', '@acme/plugin-acme-fifth', '@other/plugin-other');
  for (const [from, to] of [
    ['"acme-fifth"', '"other"'],
    ['@acme/plugin-acme-fifth', '@other/plugin-other'],
    ['"Acme Fifth"', '"Acme Securities"'],
  ] as const)
    change(join(place.plugins, 'other'), 'dist/manifest.json', from, to);
  const { status, stderr } = await approve('other');
  expect(status).toBe(0);
  expect(stderr).toContain(
    '"Acme Securities" is the institution of acme too: what this plugin says of a booking can take the place of what is known of it.',
  );
});

describe('an update', () => {
  beforeEach(async () => {
    await approve();
    rmSync(join(place.plugins, 'acme'), { recursive: true });
    install('update', 'acme');
  });

  test('that asks for more waits, while the old version keeps serving', async () => {
    expect((await ask('info', 'acme')).answer).toMatchObject({
      version: '1.0.0',
      state: 'discovered',
      pending: { version: '1.1.0' },
    });
    place.write('march.csv', MARCH);
    expect((await place.tell(['parse', 'march.csv'])).status).toBe(0);
  });

  test('is approved with the difference, and can be taken back', async () => {
    const { status, stderr } = await approve();
    expect(status).toBe(0);
    expect(stderr).toContain('Update acme from 1.0.0 to 1.1.0');
    expect(stderr).toContain('+ reads *.tsv files');
    expect(stderr).toMatch(/As before, it\n.*reports accounts[^]*In the plugin's own words.*\n.*Trust me/);
    expect((await ask('info', 'acme')).answer).toMatchObject({ version: '1.1.0' });
    expect(await ask('rollback', 'acme')).toMatchObject({ status: 0, answer: { version: '1.0.0' } });
    expect(await ask('rollback', 'acme')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'NO_EARLIER_VERSION' }] },
    });
  });
});

describe('a plugin', () => {
  beforeEach(async () => {
    await approve();
  });

  test('is known by its id, and a mistyped one brings up what was meant', async () => {
    for (const command of [
      'info',
      'approve',
      'enable',
      'disable',
      'reload',
      'rollback',
      'health',
      'history',
      'logs',
      'config',
      'remove',
    ]) {
      expect(await ask(command, 'acne')).toMatchObject({
        status: 1,
        answer: { problems: [{ code: 'PLUGIN_UNKNOWN', remedy: 'Did you mean "acme"?' }] },
      });
    }
  });

  test('is disabled and enabled for every later run', async () => {
    place.write('march.csv', MARCH);
    expect(await plugins('disable', 'acme')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('bourse plugins enable acme'),
    });
    expect(await place.tell(['parse', 'march.csv'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 of them is disabled'),
    });
    expect((await plugins('enable', 'acme')).status).toBe(0);
    expect((await place.tell(['parse', 'march.csv'])).status).toBe(0);
    const states = ((await ask('history', 'acme')).answer as { to: string }[]).map(({ to }) => to);
    expect(states).toEqual(expect.arrayContaining(['disabled', 'discovered', 'active']));
  });

  test('is configured by type, and what it refuses changes nothing', async () => {
    expect((await ask('config', 'acme')).answer).toMatchObject({
      settings: { greeting: 'short', depth: 3 },
      given: {},
    });
    expect(await ask('config', 'acme', 'greeting=long', 'depth=5')).toMatchObject({
      status: 0,
      answer: { settings: { greeting: 'long', depth: 5 } },
    });
    expect(await ask('config', 'acme', 'depth=ten')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'SETTINGS_INVALID' }] },
    });
    expect(await ask('config', 'acme', 'depth=99')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'SETTINGS_INVALID' }] },
    });
    expect(await ask('config', 'acme', 'depth=9')).toMatchObject({
      status: 1,
      answer: { problems: [{ code: 'SETTINGS_REFUSED' }] },
    });
    expect((await ask('config', 'acme', '--unset', 'depth')).answer).toMatchObject({
      settings: { greeting: 'long', depth: 3 },
      given: { greeting: 'long' },
    });
    expect((await plugins('config', 'acme')).stdout).toContain('How the log is to be written.');
  });

  test('is healthy within its thresholds, and its log and history can be read', async () => {
    expect(await ask('health', 'acme')).toMatchObject({
      status: 0,
      answer: {
        healthy: true,
        metrics: expect.arrayContaining([expect.objectContaining({ name: 'depth', value: 3 })]),
      },
    });
    expect(await ask('health', 'acme', '--threshold', 'depth=..2')).toMatchObject({
      status: 1,
      answer: { healthy: false, thresholds: [{ metric: 'depth', maximum: 2 }] },
    });
    await plugins('health', 'acme', '--threshold', 'dept=1..');
    const ranges = (await plugins('health', 'acme')).stdout;
    expect(ranges).toMatch(/depth +3 +\.\.2\n/);
    expect(ranges).toContain('! dept (1..) was not measured in this run.');
    await plugins('health', 'acme', '--threshold', 'dept=..');
    expect(await ask('health', 'acme', '--threshold', 'depth=..')).toMatchObject({
      status: 0,
      answer: { healthy: true, thresholds: [] },
    });
    expect((await ask('health', 'acme', '--history')).answer).toMatchObject(
      [true, false, false, false, false, true].map((healthy) => ({ healthy })),
    );
    expect((await ask('logs', 'acme', '--limit', '1')).answer).toMatchObject([
      { level: 'info', message: 'activated', fields: { greeting: 'short' } },
    ]);
    expect((await plugins('logs', 'acme')).stdout).toContain('activated greeting=short');
    expect((await ask('history', 'acme', '--limit', '1')).answer).toHaveLength(1);
  });

  test('is reloaded by starting it anew', async () => {
    expect(await place.tell(['plugins', 'reload', 'acme'])).toMatchObject({
      status: 0,
      stdout: 'acme 1.0.0 starts and runs.\n',
    });
  });
});

describe('a package', () => {
  test('is refused with the first of its faults and the way to the others', async () => {
    install('acme', 'faulty');
    const manifest = join(place.plugins, 'faulty', 'dist', 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"(name|version)":/g, '"no-$1":'));
    expect(await plugins('add', join(place.plugins, 'faulty'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('more; "bourse plugins validate" lists them)'),
    });
  });

  test('is added from an archive, approved, and removed again by the same name', async () => {
    rmSync(join(place.plugins, 'acme'), { recursive: true });
    const archive = pack('acme');
    expect(await plugins('add', archive)).toMatchObject({
      status: 0,
      stdout: 'Added acme. It waits for you: bourse plugins approve acme\n',
    });
    const { stdout: info } = await plugins('info', 'acme');
    expect(info).toMatch(new RegExp(`came from .*${basename(archive)}`));
    expect((await approve()).status).toBe(0);
    place.write('march.csv', MARCH);
    expect((await place.tell(['parse', 'march.csv'])).status).toBe(0);
    expect(await plugins('remove', archive)).toMatchObject({
      status: 0,
      stdout: 'Removed acme; it no longer serves.\n',
    });
    expect((await place.tell(['parse', 'march.csv'])).status).toBe(1);
  });

  test('is validated without being added', async () => {
    rmSync(join(place.plugins, 'acme'), { recursive: true });
    expect(await ask('validate', join(BUILT, 'acme'))).toMatchObject({
      status: 0,
      answer: { valid: true, id: 'acme' },
    });
    mkdirSync(join(place.files, 'empty'));
    expect(await ask('validate', 'empty')).toMatchObject({
      status: 1,
      answer: { valid: false, findings: [{ severity: 'error' }] },
    });
    expect((await ask('add', 'missing.tgz')).status).toBe(1);
    expect((await ask()).answer).toMatchObject({ plugins: [] });
  });
});

/** What `npm pack` makes: everything below a folder `package`. */
function pack(name: string): string {
  const folder = join(place.folder, 'pack');
  for (const part of ['package.json', 'plugin.json', 'dist'])
    cpSync(join(BUILT, name, part), join(folder, 'package', part), { recursive: true });
  execFileSync('tar', ['-czf', join(place.files, 'acme.tgz'), '-C', folder, 'package']);
  return 'acme.tgz';
}

test('the doctor looks at everything and says what to mend', async () => {
  expect(await place.ask(['doctor'])).toMatchObject({
    status: 1,
    answer: {
      checks: expect.arrayContaining([
        { name: 'plugins', result: 'failure', detail: 'no plugin may run', remedy: expect.any(String) },
      ]),
    },
  });
  await approve();
  const { status, stdout } = await place.tell(['doctor']);
  expect(status).toBe(0);
  expect(stdout).toContain('starts and is healthy');
});

test('the doctor finds a data folder that cannot be used, and looks on', async () => {
  const { status, stdout } = await place.tell(['doctor'], { BOURSE_HOME: '/proc/none' });
  expect(status).toBe(1);
  expect(stdout).toContain('✗ data folder');
  expect(stdout).toContain('✓ Node');
});
