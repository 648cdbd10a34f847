import { contentDigest } from '@bourse/core';
import type { Statement } from '@bourse/core/interfaces';
import { openRows, textOfRow, type RowFile } from '../../testing/contract/damage/row-file.js';
import { relatedRows } from '../../testing/contract/damage/related-rows.js';
import { readWhole } from '../../testing/contract/outcome.js';
import { recordsOf } from '../../testing/contract/records.js';
import type { StatementFixture } from '../../testing/contract/broker-contract.js';
import type { Subject } from '../../testing/contract/subject.js';

/** Pairs of files that are made of one. */
const PAIRS = 6;

const DATE = /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/g;

/**
 * Cuts a file between two days into one that begins later and one that ends earlier, with days that are in both, again
 * and again, and tells which records are then more, fewer or others.
 */
export async function findOverlapConflicts(subject: Subject, fixture: StatementFixture): Promise<string[]> {
  const whole = await readWhole(subject, { fixture });
  const booked = daysOfRows(whole);
  const days = withOtherRows(await openRows(subject, fixture), booked);
  const cuts = cutsBetweenDays(whole, booked);
  const conflicts: string[] = [];
  for (let pair = 0; pair < Math.min(PAIRS, cuts.length - 1); pair += 1) {
    const early = cuts[Math.floor((pair * (cuts.length - 1)) / PAIRS)] ?? '';
    const late = cuts[Math.min(cuts.length - 1, Math.floor(((pair + 2) * (cuts.length - 1)) / PAIRS))] ?? '';
    const first = await readWithout(subject, fixture, (row) => (days.get(row) ?? '') > late);
    const second = await readWithout(subject, fixture, (row) => (days.get(row) ?? '9999') <= early);
    conflicts.push(...differences(whole, [first, second], `cut behind ${early} and behind ${late}`));
  }
  return conflicts;
}

/** The day of each row that books something. */
function daysOfRows(statement: Statement): ReadonlyMap<number, string> {
  const days = new Map<number, string>();
  for (const record of recordsOf(statement)) {
    const day = dayOf(record);
    if (day === undefined) continue;
    for (const row of record.source.rows ?? []) days.set(row, day);
  }
  return days;
}

/** With the rows that book nothing, such as those that repeat others: the first day that stands in them. */
function withOtherRows(file: RowFile, booked: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const [first = '', ...others] = [...new Set(booked.values())].sort();
  const last = others.at(-1) ?? first;
  const days = new Map(booked);
  for (const row of file.rows.filter(({ ordinal }) => !booked.has(ordinal))) {
    const dates = Array.from(textOfRow(file, row).matchAll(DATE), (parts) => parts.slice(1).join('-'));
    const [day] = dates.filter((date) => date >= first && date <= last).sort();
    if (day !== undefined) days.set(row.ordinal, day);
  }
  return days;
}

function dayOf(record: ReturnType<typeof recordsOf>[number]): string | undefined {
  if ('tradeDate' in record) return record.tradeDate;
  return 'date' in record ? record.date : undefined;
}

/** Days behind which a file may be cut: nothing that belongs together lies on both sides. */
function cutsBetweenDays(statement: Statement, days: ReadonlyMap<number, string>): string[] {
  const all = [...new Set(days.values())].sort();
  const related = relatedRows(statement);
  const spans = [...days.keys()].map((row) => {
    const own = [...related(row)].flatMap((other) => days.get(other) ?? []).sort();
    return { first: own[0] ?? '', last: own.at(-1) ?? '' };
  });
  return all.filter((day) => spans.every(({ first, last }) => first > day || last <= day));
}

async function readWithout(
  subject: Subject,
  fixture: StatementFixture,
  isLeftOut: (row: number) => boolean,
): Promise<Statement> {
  const { text, rows } = await openRows(subject, fixture);
  let [input, end] = ['', 0];
  for (const row of rows.filter(({ ordinal }) => isLeftOut(ordinal))) {
    input += text.slice(end, row.start);
    end = row.end;
  }
  return readWhole(subject, { fixture, input: input + text.slice(end) });
}

/** Records by id, with what they say. */
function contentsOf(statement: Statement): Map<string, string> {
  return new Map(
    recordsOf(statement)
      .filter((record) => dayOf(record) !== undefined)
      .map((record) => [record.id, contentDigest(record)]),
  );
}

function differences(whole: Statement, parts: readonly Statement[], where: string): string[] {
  const expected = contentsOf(whole);
  const found = new Map(parts.flatMap((part) => [...contentsOf(part)]));
  const missing = [...expected.keys()].filter((id) => !found.has(id)).length;
  const surplus = [...found.keys()].filter((id) => !expected.has(id)).length;
  const others = [...found].filter(([id, digest]) => expected.has(id) && expected.get(id) !== digest).length;
  if (missing + surplus + others === 0) return [];
  return [`${where}: ${missing} records are missing, ${surplus} are new, ${others} are others.`];
}
