import type { RunDescription } from '@bourse/sdk/emulator';
import { expect, test } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ROOT } from '../root.ts';
import { emulatorFiles } from './plugin-emulators.ts';

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(...words: string[]): Child {
  const script = join(ROOT, 'tools', 'emulator', 'run.ts');
  return spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The JSON on stdout, which ends with a line that closes the object. */
async function description(child: Child): Promise<RunDescription> {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.endsWith('\n}\n')) return JSON.parse(printed);
  }
  throw new Error(`no description: ${printed}${await text(child.stderr)}`);
}

const names = [...emulatorFiles(ROOT).keys()];

test('there are emulators', () => {
  expect(names.length).toBeGreaterThan(0);
});

test.each(names)('%s starts by itself, says where it is, and ends when it is told to', async (name) => {
  const child = start(name, '--tls');
  try {
    const found = await description(child);
    expect(found).toMatchObject({ name, baseUrl: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/) });
    expect(found.certificateAuthority).toMatch(/^-----BEGIN CERTIFICATE-----/);
  } finally {
    child.kill('SIGINT');
  }
  expect((await once(child, 'exit'))[0]).toBe(0);
});

test.each([[[]], [['nobody']], [[names[0] ?? '', '--port', '70000']], [[names[0] ?? '', '--what']]])(
  '%j lists the emulators',
  async (words) => {
    const child = start(...words);
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(2);
    expect(said).toContain(`Emulators: ${names.join(', ')}`);
  },
);
