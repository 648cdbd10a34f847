import { describe, expect, test } from '@jest/globals';
import { IdleCpu } from './idle-cpu.js';

describe('computing without an open call', () => {
  test('is too much above a quarter of a processor', () => {
    const idle = new IdleCpu(10_000, 0.25);
    expect(idle.look(500, 0)).toBeUndefined();
    expect(idle.look(3_001, 9_999)).toBeUndefined();
    expect(idle.look(3_100, 10_000)).toBeCloseTo(0.26);
  });

  test('is fine up to a quarter of a processor', () => {
    const idle = new IdleCpu(10_000, 0.25);
    idle.look(500, 0);
    expect(idle.look(3_000, 10_000)).toBeUndefined();
  });

  test('is counted anew in each window', () => {
    const idle = new IdleCpu(10_000, 0.25);
    idle.look(0, 0);
    expect(idle.look(2_000, 10_000)).toBeUndefined();
    expect(idle.look(4_000, 20_000)).toBeUndefined();
    expect(idle.look(9_000, 30_000)).toBeCloseTo(0.5);
  });

  test('is not what calls have used, however short they are', () => {
    const idle = new IdleCpu(10_000, 0.25);
    idle.look(0, 0);
    for (let at = 0; at < 20_000; at += 10) {
      idle.setBusy(true, at);
      idle.setBusy(false, at + 5);
    }
    expect(idle.look(10_000, 20_000)).toBeUndefined();
  });

  test('is what remains beside calls', () => {
    const idle = new IdleCpu(10_000, 0.25);
    idle.look(0, 0);
    idle.setBusy(true, 1_000);
    idle.setBusy(false, 2_000);
    expect(idle.look(11_000, 11_000)).toBeCloseTo(0.9);
  });

  test('does not count as long as a call is open', () => {
    const idle = new IdleCpu(10_000, 0.25);
    idle.look(0, 0);
    idle.setBusy(true, 0);
    expect(idle.look(60_000, 60_000)).toBeUndefined();
  });
});
