import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FakeClock } from './fake-clock.js';

let clock: FakeClock;

beforeEach(() => {
  clock = new FakeClock('2024-03-01T09:30:00Z');
  clock.install();
});

afterEach(() => clock.uninstall());

test('time stands still until it is told to go on', async () => {
  expect(Date.now()).toBe(Date.parse('2024-03-01T09:30:00Z'));
  await clock.advance(90_000);
  expect(new Date().toISOString()).toBe('2024-03-01T09:31:30.000Z');
  expect(clock.now).toBe(Date.now());
});

test('other ways to make a date stay as they are', () => {
  expect(new Date('2020-02-02').toISOString()).toBe('2020-02-02T00:00:00.000Z');
  expect(new Date(2020, 1, 2, 3)).toEqual(new Date('2020-02-02T03:00:00'));
  expect(new Date()).toBeInstanceOf(Date);
});

test('timers run in the order in which they fall due, with the time they were set for', async () => {
  const seen: string[] = [];
  const note = (name: string): void =>
    void seen.push(`${name} ${(Date.now() - Date.parse('2024-03-01T09:30:00Z')).toString()}`);
  setTimeout(note, 200, 'late');
  setTimeout(() => {
    note('early');
    setTimeout(note, 50, 'nested');
  }, 100);
  const interval = setInterval(() => note('every'), 80);
  clearTimeout(setTimeout(note, 10, 'never'));
  await clock.advance(250);
  clearInterval(interval);
  expect(seen).toEqual(['every 80', 'early 100', 'nested 150', 'every 160', 'late 200', 'every 240']);
  expect(clock.pendingTimers).toBe(0);
});

test('what awaits a timer goes on before the next one', async () => {
  const seen: string[] = [];
  const wait = (name: string, delay: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, delay)).then(() => void seen.push(name));
  void wait('first', 10).then(() => wait('second', 10));
  void wait('third', 25);
  await clock.advance(30);
  expect(seen).toEqual(['first', 'second', 'third']);
});

test('the own clock of the process comes back', () => {
  clock.install();
  clock.uninstall();
  expect(Date.now()).toBeGreaterThan(Date.parse('2026-01-01'));
});

test('a clock gives way to another one until that is taken away, in whatever order they end', () => {
  const second = new FakeClock('2025-01-01T00:00:00Z');
  second.install();
  expect(Date.now()).toBe(second.now);
  second.uninstall();
  expect(Date.now()).toBe(clock.now);
  second.install();
  clock.uninstall();
  expect(Date.now()).toBe(second.now);
  second.uninstall();
  expect(Date.now()).toBeGreaterThan(Date.parse('2026-01-01'));
});
