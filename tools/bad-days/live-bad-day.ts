import { expect } from '@jest/globals';
import type { Problem } from '@bourse/core/interfaces';
import type { BadDay, Told } from './bad-day.ts';
import { recordLines } from './scene/ledger-dump.ts';
import type { Day } from './scene/day.ts';
import type { Scene } from './scene/scene.ts';
import type { Outcome } from './scene/sync.ts';
import type { TestClock } from './scene/test-clock.ts';

/** After these the institution is not asked again until the user has done something. */
const LASTING = ['AUTH_INVALID', 'AUTH_LOCKED', 'AUTH_CAPTCHA'];

/** Lives through a bad day and the sync after it, and looks at all that must be true of both. */
export async function liveBadDay(scene: Scene, day: BadDay): Promise<void> {
  const usual = await scene.undisturbed;
  await using today = await scene.begin(day);
  const typed = await typedCode(today, day, scene.host.clock);
  today.plan(day.faults);
  const { outcome, beside } = await today.sync(typed);

  expectTold(outcome.problem, day.told);
  expect(beside.problem).toBeUndefined();
  const whole = day.changesData === true ? undefined : usual;
  if (whole !== undefined) expect(missing(recordLines(today.dump), whole.dump)).toEqual([]);
  expect(missing(usual.besides, today.dump)).toEqual([]);
  expectWholeLists(today, outcome, usual.besides);
  expect(today.secretsFound).toEqual([]);
  if (LASTING.includes(day.told?.code ?? '')) await expectNotTriedAgain(today);

  await today.mend(day);
  const healed = await today.sync();
  expect(healed.outcome.problem).toBeUndefined();
  const expected = whole ?? (await today.observeAnew());
  expect(today.dump).toEqual(expected.dump);
  expect(healed.outcome.differences).toEqual(expected.outcome.differences);
  expect(today.secretsFound).toEqual([]);
  today.institution.running.journal.expectClean();
}

function expectTold(problem: Problem | undefined, told: Told | undefined): void {
  if (told === undefined) return expect(problem).toBeUndefined();
  const [before = '', after] = told.message.split('…');
  expect(problem).toMatchObject({ code: told.code, remedy: told.remedy });
  if (after === undefined) expect(problem?.message).toBe(before);
  else expect([problem?.message.startsWith(before), problem?.message.endsWith(after)]).toEqual([true, true]);
}

/** Each list is in the ledger as a whole or not at all: nothing is there that no list counts. */
function expectWholeLists(today: Day, { sync }: Outcome, besides: readonly string[]): void {
  const known = new Set(besides);
  const records = recordLines(today.dump).filter((line) => !known.has(line));
  expect(records).toHaveLength(sync.lists.reduce((sum, list) => sum + list.new, 0));
}

/** What was refused is not sent once more: a few wrong logins lock an account. */
async function expectNotTriedAgain(today: Day): Promise<void> {
  const { journal } = today.institution.running;
  const asked = journal.entries.length;
  const { outcome } = await today.sync();
  expect(outcome.problem?.message).toContain('with the same credentials it is not tried again by itself');
  expect(outcome.problem?.remedy).toContain('bourse connect');
  expect(journal.entries).toHaveLength(asked);
  expect(today.institution.refusals).toBeLessThanOrEqual(1);
}

/** What the user types, who has no other code than those that an app has shown. */
async function typedCode(today: Day, { types }: BadDay, clock: TestClock): Promise<string | undefined> {
  if (types === undefined || types === 'nothing') return undefined;
  if (types === 'a wrong code') return '271828';
  const code = await today.useCode();
  if (types === 'a code of before') clock.advance(300_000);
  return code;
}

function missing(lines: readonly string[], from: readonly string[]): string[] {
  const there = new Set(from);
  return lines.filter((line) => !there.has(line));
}
