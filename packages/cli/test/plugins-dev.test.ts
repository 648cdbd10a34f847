import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Place } from './bourse.js';
import { copyPlugin } from './build-plugin.js';
import { DevRun } from './dev-run.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(120_000);

const SOURCE = 'src/plugin.ts';
const TYPES = 'interface Row {\n  readonly name: string;\n}\n\n';
const ACTIVATED = "context.log.info('activated', { greeting: context.settings.greeting });";

let place: Place;
/** No folder that plugins are looked for in. */
let folder: string;
let runs: DevRun[];

beforeEach(() => {
  place = new Place();
  folder = join(place.folder, 'workshop');
  runs = [];
  copyPlugin('acme', folder);
  renameSync(join(folder, 'src', 'plugin.js'), join(folder, SOURCE));
  edit(SOURCE, (text) => `${TYPES}${text}`);
});

afterEach(async () => {
  for (const { process: child, ended } of runs) {
    child.kill('SIGKILL');
    await ended;
  }
  place[Symbol.dispose]();
});

/** Saves a file as many editors do: another file takes its place. */
function edit(path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(`${file}.tmp`, change(readFileSync(file, 'utf8')));
  renameSync(`${file}.tmp`, file);
}

const logging = (message: string) => (text: string) =>
  text.replace(/context\.log\.info\('.*'/, `context.log.info('${message}'`);

/** The line of the source in which a text stands. */
function lineOf(part: string): number {
  const text = readFileSync(join(folder, SOURCE), 'utf8');
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

function start(...options: string[]): DevRun {
  const run = new DevRun(place.start(['plugins', 'dev', folder, '--json', ...options]));
  runs.push(run);
  return run;
}

async function startLive(): Promise<DevRun> {
  const run = start('--yes');
  await run.next('live');
  return run;
}

const stored = (): string[] => readdirSync(join(place.home, 'store'));

describe('plugins dev', () => {
  test('an edit is live, in other commands too, and what the plugin has stored is kept', async () => {
    edit('plugin.json', (text) =>
      text.replace('>=1.0.0', '>=1.1.0').replace('"portfolio"', '"storage": "1KiB", "portfolio"'),
    );
    edit(SOURCE, (text) =>
      text.replace('activate(context) {', 'async activate(context) {').replace(
        ACTIVATED,
        `const count = ((await context.storage.get('count')) ?? 0) + 1;
           await context.storage.set('count', count);
           context.log.info('first ' + count);`,
      ),
    );
    const run = start('--yes');
    expect(await run.next('log')).toMatchObject({ line: { message: 'first 1' } });
    const first = await run.next('live');
    edit(SOURCE, (text) => text.replace("'first '", "'second '"));
    expect(await run.next('changed')).toMatchObject({ files: [SOURCE] });
    expect(await run.next('log')).toMatchObject({ line: { message: 'second 2' } });
    const second = await run.next('live');
    expect(second).toMatchObject({ plugin: { id: 'acme', version: '1.0.0' } });
    const { answer } = place.json(['plugins', 'info', 'acme']);
    expect(second['plugin']).toMatchObject({ digest: (answer as { digest: string }).digest });
    expect(first['plugin']).not.toEqual(second['plugin']);
    place.json(['plugins', 'reload', 'acme']);
    expect(place.json(['plugins', 'logs', 'acme', '--limit', '1']).answer).toMatchObject([
      { message: 'second 3' },
    ]);
  });

  test('a source that cannot be built leaves the old one serving, and says in which line', async () => {
    const run = await startLive();
    edit(SOURCE, (text) => `${text}\nconst = 1;\n`);
    expect(await run.next('refused')).toMatchObject({
      findings: [{ code: 'SYNTAX_INVALID', place: { file: SOURCE, line: lineOf('const = 1'), column: 7 } }],
      serving: { id: 'acme' },
    });
    expect(place.json(['plugins', 'reload', 'acme'])).toMatchObject({ status: 0 });
    edit(SOURCE, (text) => text.replace('\nconst = 1;\n', ''));
    expect(await run.next('unchanged')).toBeDefined();
  });

  test('a plugin that throws at its start leaves the old one serving, and says in which line', async () => {
    const run = await startLive();
    edit(SOURCE, (text) => text.replace(ACTIVATED, "throw new Error('not today');"));
    expect(await run.next('refused')).toMatchObject({
      problems: [
        {
          code: 'PLUGIN_FAILED',
          message: 'Error: not today',
          place: { file: `${SOURCE}:${lineOf("throw new Error('not today')")}:11` },
        },
      ],
      serving: { id: 'acme' },
    });
    expect(place.json(['plugins', 'reload', 'acme'])).toMatchObject({ status: 0 });
    edit(SOURCE, (text) => text.replace("throw new Error('not today');", "context.log.info('mended');"));
    expect(await run.next('log')).toMatchObject({ line: { message: 'mended' } });
    await run.next('live');
  });

  test('what fails later says in which line, in every command', async () => {
    const run = await startLive();
    edit(SOURCE, (text) =>
      text.replace('const parts = new', "throw new TypeError('no rows');\nconst parts = new"),
    );
    place.write(
      'cash.csv',
      'Booking date,Acme reference,Kind,Account,Amount,Currency,Text,Name,ISIN,Quantity\n',
    );
    await run.next('live');
    const line = lineOf("throw new TypeError('no rows')");
    const { answer } = place.json(['parse', 'cash.csv']);
    expect(answer).toMatchObject([
      { problems: [{ code: 'PLUGIN_FAILED', place: { file: `${SOURCE}:${line}:9` } }] },
    ]);
  });

  test('runs a command after each edit', async () => {
    const run = start('--yes', '--run', 'plugins info acme --json');
    const { plugin } = await run.next('live');
    const ran = await run.next('ran');
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(String(ran['output']))).toMatchObject(plugin as object);
  });

  test('types are checked beside it, and hold nothing up', async () => {
    writeFileSync(join(folder, 'tsconfig.json'), '{ "files": ["src/other.ts"] }');
    writeFileSync(join(folder, 'src', 'other.ts'), 'export const other: string = 1;\n');
    const run = await startLive();
    expect(await run.next('types')).toEqual({
      event: 'types',
      findings: [
        {
          file: 'src/other.ts',
          line: 1,
          column: 14,
          code: 'TS2322',
          message: "Type 'number' is not assignable to type 'string'.",
        },
      ],
    });
    edit('src/other.ts', (text) => text.replace('string', 'number'));
    expect(await run.next('types')).toEqual({ event: 'types', findings: [] });
  });

  test('asking for more is not granted by itself', async () => {
    const run = await startLive();
    edit('plugin.json', (text) => text.replace('acme-cash-csv', 'acme-other-csv'));
    edit(SOURCE, (text) => text.replace('acme-cash-csv', 'acme-other-csv'));
    expect(await run.next('asks')).toMatchObject({
      permissions: [{ id: 'statement:acme-other-csv:csv' }],
      isFirst: false,
    });
    expect(await run.next('refused')).toMatchObject({ problems: [{ code: 'PLUGIN_NOT_APPROVED' }] });
    expect(place.json(['plugins', 'info', 'acme']).answer).toMatchObject({ formats: ['acme-cash-csv'] });
  });

  test('nobody there to be asked at the beginning: nothing serves', async () => {
    const run = start();
    await run.next('asks');
    expect(await run.ended).toBe(1);
    expect(place.json(['plugins']).answer).toMatchObject({ plugins: [] });
  });

  test('a folder without the sdk is told how to get it', () => {
    const { status, stdout } = place.run(['plugins', 'dev', place.plugins, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ code: 'NOT_FOUND', remedy: expect.stringContaining('npm install') }],
    });
  });
});

describe('plugins dev is over', () => {
  test('after Ctrl-C nothing of it is left', async () => {
    const run = await startLive();
    edit(SOURCE, logging('again'));
    await run.next('live');
    const ended = run.next('ended');
    expect(await run.interrupt()).toBe(130);
    expect(await ended).toEqual({ event: 'ended', kept: false });
    expect(stored()).toEqual([]);
    expect(place.json(['plugins']).answer).toMatchObject({ plugins: [] });
    await gone(folder);
  });

  test('--keep leaves the last build approved', async () => {
    const run = start('--yes', '--keep');
    await run.next('live');
    await run.interrupt();
    expect(place.json(['plugins', 'info', 'acme']).answer).toMatchObject({
      state: 'discovered',
      approvals: [{ approvedBy: 'user' }],
    });
  });

  test('after kill -9 the next command cleans up', async () => {
    const run = await startLive();
    run.process.kill('SIGKILL');
    await run.ended;
    expect(place.json(['plugins']).answer).toMatchObject({ plugins: [] });
    expect(stored()).toEqual([]);
    await gone(folder);
  });
});

/** Waits until no process works in a folder any more, where the system tells. */
async function gone(path: string): Promise<void> {
  const works = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path);
    } catch {
      return false;
    }
  };
  if (process.platform !== 'linux') return;
  while (readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && works(pid))) await wait(20);
}
