import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { HostProcess } from './host-process.js';
import { Interruption } from './interruption.js';

test('the first signal is heard, and leaves the second one to the system', () => {
  const source = new EventEmitter();
  const interruption = new Interruption();
  interruption.listen(source as unknown as HostProcess);
  expect(interruption.exitCode).toBeUndefined();
  source.emit('SIGTERM');
  expect(interruption.signal.aborted).toBe(true);
  expect(interruption.exitCode).toBe(143);
  expect(source.eventNames()).toEqual([]);
});

test('nothing listens any more once it is told so', () => {
  const source = new EventEmitter();
  const stop = new Interruption().listen(source as unknown as HostProcess);
  expect(source.eventNames()).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
  stop();
  expect(source.eventNames()).toEqual([]);
});
