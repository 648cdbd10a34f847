import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { confirm } from './confirm.js';
import { OutputStream } from './output-stream.js';
import type { Terminal } from './terminal.js';

const signal = new AbortController().signal;

/** Somebody who types these lines. */
function terminalWith(answer: string, isInteractive = true): Terminal {
  const input = new PassThrough();
  input.end(answer);
  const errors = new OutputStream(
    new Writable({ write: (_chunk, _encoding, done) => done() }) as NodeJS.WriteStream,
  );
  return { input: input as unknown as NodeJS.ReadStream, errors, isInteractive } as unknown as Terminal;
}

describe('a question', () => {
  test.each(['y\n', 'Y\n', ' yes \n'])('is answered with yes by %j', async (answer) => {
    expect(await confirm('Let it run?', terminalWith(answer), signal)).toBe(true);
  });

  test.each(['\n', 'n\n', 'yep\n', 'no\n', ''])('is answered with no by %j', async (answer) => {
    expect(await confirm('Let it run?', terminalWith(answer), signal)).toBe(false);
  });

  test('is answered with no where nobody is there', async () => {
    expect(await confirm('Let it run?', terminalWith('y\n', false), signal)).toBe(false);
  });
});
