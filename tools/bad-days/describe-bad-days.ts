import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BadDays } from './bad-day.ts';
import { liveBadDay } from './live-bad-day.ts';
import { Scene } from './scene/scene.ts';
import type { Wire } from './scene/wire.ts';

/** Two plugins are built and started, on a machine that may be busy. */
const START_MS = 180_000;

/** A test of each bad day, at an institution that is new each time, through one host. */
export function describeBadDays(badDays: BadDays, wire?: Wire): void {
  const { plugin, program, days } = badDays;
  const where = program !== undefined ? `by ${program} at` : wire === undefined ? 'at' : 'on the way to';
  describe(`a bad day ${where} ${plugin}`, () => {
    let scene: Scene;

    beforeAll(async () => {
      scene = await Scene.start(badDays, wire);
      const { outcome, dump, besides } = await scene.undisturbed;
      expect(outcome.problem).toBeUndefined();
      expect(dump.length).toBeGreaterThan(besides.length);
    }, START_MS);

    afterAll(() => scene[Symbol.asyncDispose]());

    test.each(days.map((day) => [day.name, day] as const))('%s', (_, day) => liveBadDay(scene, day));
  });
}
