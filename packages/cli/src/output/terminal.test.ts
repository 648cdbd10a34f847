import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { HostProcess } from '../host-process.js';
import { Terminal } from './terminal.js';

function terminalOf(columns: number): { readonly terminal: Terminal; readonly written: string[] } {
  const written: string[] = [];
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    written.push(chunk.toString());
    done();
  };
  const stream = Object.assign(new Writable({ write }), { isTTY: true, columns });
  const host = { stdin: {}, stdout: stream, stderr: stream, env: { NO_COLOR: '1' } };
  return { terminal: new Terminal(host as unknown as HostProcess), written };
}

test('a line that is too wide is broken between words', async () => {
  const { terminal, written } = terminalOf(9);
  await terminal.writeLines(['one two three']);
  expect(written.join('')).toBe('one two\n  three\n');
});

test('a terminal that does not know its width takes lines of any length', async () => {
  const { terminal, written } = terminalOf(0);
  expect(terminal.width).toBeUndefined();
  await terminal.writeLines(['one two three']);
  terminal.progress.update('Reading');
  expect(written.join('')).toBe('one two three\n\r\u001b[KReading');
});
