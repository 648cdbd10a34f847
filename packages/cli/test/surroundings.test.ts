import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH, statement } from './statements.js';

const place = new Place();

beforeAll(async () => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  await place.tell(['plugins', 'approve', 'acme', '--yes']);
  place.write('march.csv', MARCH);
}, 60_000);

afterAll(() => place[Symbol.dispose]());

describe('the data folder', () => {
  test('is made for the user alone', () => {
    const home = join(place.folder, 'new', 'home');
    expect(place.run(['import', '--list'], { BOURSE_HOME: home }).status).toBe(0);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['that is a file', () => writeFileSync(join(place.folder, 'file'), ''), 'file'],
    ['below a file', () => writeFileSync(join(place.folder, 'file'), ''), 'file/home'],
    ['where none can be made', () => undefined, '/proc/home'],
  ])('%s stops every command with a remedy', async (_, make, path) => {
    make();
    for (const words of [['plugins'], ['import', '--list'], ['portfolio']]) {
      const { status, answer } = await place.ask(words, { BOURSE_HOME: path, INIT_CWD: place.folder });
      expect(status).toBe(1);
      expect(answer).toMatchObject({
        problems: [
          { code: 'HOST_DATABASE_UNAVAILABLE', remedy: 'Set BOURSE_HOME to a folder that you can write to.' },
        ],
      });
    }
  });

  test('whose ledger is no ledger stops what needs it', () => {
    const home = join(place.folder, 'broken');
    mkdirSync(home);
    writeFileSync(join(home, 'ledger.db'), 'no database at all, but long enough to be one'.repeat(100));
    const { status, answer } = place.json(['portfolio'], { BOURSE_HOME: home });
    expect(status).toBe(1);
    expect(answer).toMatchObject({ problems: [{ code: 'LEDGER_UNAVAILABLE' }] });
    expect(place.run(['plugins'], { BOURSE_HOME: home }).status).toBe(0);
  });
});

test('a folder of plugins that was named has to be there', () => {
  expect(place.json(['plugins', '--plugins', 'nowhere'])).toMatchObject({
    status: 1,
    answer: { problems: [{ code: 'NOT_FOUND', place: { file: join(place.files, 'nowhere') } }] },
  });
  expect(place.run(['plugins', '--plugins', '.']).status).toBe(0);
});

describe('the list of digests that a release approves', () => {
  test('that cannot be read stops the command', () => {
    const { status, answer } = place.json(['plugins'], {
      BOURSE_APPROVED_DIGESTS: place.write('digests.json', '["sha256:1"]'),
    });
    expect(status).toBe(1);
    expect(answer).toMatchObject({ problems: [{ code: 'INPUT_UNREADABLE' }] });
  });
});

describe('the output', () => {
  test('may go away while it is written', async () => {
    const child = place.start(['parse', 'march.csv', '--json']);
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [status] = await once(child, 'close');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  test('is without colours unless a terminal or FORCE_COLOR asks for them', () => {
    expect(place.run(['plugins']).stdout).not.toContain('\u001b');
    expect(place.run(['plugins'], { FORCE_COLOR: '1' }).stdout).toContain('\u001b[32mready\u001b[39m');
    expect(place.run(['plugins'], { NO_COLOR: '1' }).stdout).not.toContain('\u001b');
  });

  test('is JSON alone, and log lines are JSON on the other stream', () => {
    const { stdout, stderr } = place.run(['parse', 'march.csv', '--json', '--verbose']);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'march.csv' }]);
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ level: 'info', plugin: 'acme', to: 'active' }));
    expect(lines).toContainEqual(
      expect.objectContaining({ plugin: 'acme', message: 'activated', 'field.greeting': 'short' }),
    );
  });

  test('shows text of strangers without obeying it', () => {
    const name = place.write('odd.csv', statement('2024-03-01,\u001b[2J\u202eEVIL,,,,,1.00,EUR,,x,r1'));
    const { stdout } = place.run(['parse', name]);
    expect(stdout).toContain('\\u{1b}[2J\\u{202e}EVIL');
    expect(place.run(['parse', name, '--json']).stdout).toContain('\\u001b[2J\\u202eEVIL');
  });
});

describe('an interruption', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s stops plugin and command',
    async (signal, code) => {
      const name = place.write('wait.csv', statement('2024-03-01,WAIT,,,,,,,,,r1'));
      const child = place.start(['import', name, '--verbose']);
      const ended = once(child, 'close');
      const cells = await new Promise<string[]>((resolve) => {
        createInterface(child.stderr).on('line', (line) => {
          if (!line.includes('"to":"active"')) return;
          resolve(childrenOf(child.pid ?? 0));
          child.kill(signal);
        });
      });
      expect(await ended).toEqual([code, null]);
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.filter(isAlive)).toEqual([]);
      expect((await place.ask(['import', '--list'])).answer).toEqual([]);
    },
    30_000,
  );
});

/** Processes whose parent is this one, as /proc tells. */
function childrenOf(parent: number): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** A process that has ended but was not yet asked for its code is gone. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
