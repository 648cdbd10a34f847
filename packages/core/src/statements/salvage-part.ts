import { z } from 'zod';
import {
  isIsin,
  PART_MAX_RECORDS,
  ProblemError,
  RECORD_KINDS,
  RowsSchema,
  StatementPartSchema,
  type ProblemDraft,
  type StatementPart,
  type Unclassified,
} from '../interfaces/index.js';
import { checkForm } from './check-form.js';
import { DRAFT_SCHEMAS, RECORD_LISTS } from './record-lists.js';

const LooseSchema = z.record(z.string(), z.unknown());
const RowsOfSchema = z.object({ source: z.object({ rows: RowsSchema }) });

/** Fields of a part, those among them that the contract does not know. */
const FIELDS_LIMIT = 100;

/** How much of a record that cannot be kept is shown in its place. */
const SHOWN_TEXT = 500;

/** The row is not at fault, so that nobody is sent to compare it. */
const READER_REMEDY =
  'This is a mistake of the plugin: its author mends the reader, which has to set aside a row that makes no such record.';

/**
 * Reads what a reader yielded. Records that do not fit the contract are set aside one by one, so that one bad record
 * never loses the others.
 *
 * @throws ProblemError MALFORMED_RESPONSE where the part as a whole has not the form of one.
 */
export function readPart(value: unknown): StatementPart {
  expectBounded(value);
  const whole = checkForm(StatementPartSchema, value);
  return 'value' in whole ? whole.value : salvage(value);
}

/** A part that is too long as a whole is not gone through record by record. */
function expectBounded(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const members = Object.entries(value);
  if (members.length > FIELDS_LIMIT) throw malformed(`it has ${members.length} fields`);
  for (const [name, list] of members) {
    if (Array.isArray(list) && list.length > PART_MAX_RECORDS)
      throw malformed(`${name}: it has ${list.length} entries, ${PART_MAX_RECORDS} are allowed`);
  }
}

function salvage(value: unknown): StatementPart {
  const loose = checkForm(LooseSchema, value);
  if ('complaint' in loose) throw malformed(describe(loose));
  const problems: ProblemDraft[] = [];
  const unclassified: Unclassified[] = [];
  const kept: Record<string, unknown> = { ...loose.value };
  for (const kind of RECORD_KINDS) {
    const list = loose.value[RECORD_LISTS[kind]];
    if (!Array.isArray(list)) continue;
    kept[RECORD_LISTS[kind]] = list.flatMap((item: unknown) =>
      salvageRecord(item, DRAFT_SCHEMAS[kind], problems, unclassified),
    );
  }
  const mended = checkForm(StatementPartSchema, kept);
  if ('complaint' in mended) throw malformed(describe(mended));
  const part = mended.value;
  return {
    ...part,
    problems: [...(part.problems ?? []), ...problems],
    unclassified: [...(part.unclassified ?? []), ...unclassified],
  };
}

function salvageRecord(
  item: unknown,
  schema: z.ZodType,
  problems: ProblemDraft[],
  unclassified: Unclassified[],
): unknown[] {
  const rows = rowsOf(item);
  const mended = withoutInvalidIsin(item);
  const result = checkForm(schema, mended ?? item);
  if ('value' in result) {
    if (mended !== undefined)
      problems.push({
        code: 'IDENTIFIER_INVALID',
        message: 'An ISIN fails its check digit and was left out.',
        place: { rows },
      });
    return [result.value];
  }
  const reason = describe(result);
  problems.push({
    code: 'ROW_MALFORMED',
    message: `The reader made a record that breaks the contract: ${reason}.`,
    remedy: READER_REMEDY,
    place: { rows },
  });
  unclassified.push({ rows, text: JSON.stringify(item).slice(0, SHOWN_TEXT), reason });
  return [];
}

function rowsOf(item: unknown): number[] {
  const parsed = checkForm(RowsOfSchema, item);
  return 'value' in parsed ? parsed.value.source.rows : [];
}

/** The record without its instrument's ISIN, or undefined where that is not what is wrong with it. */
function withoutInvalidIsin(item: unknown): unknown {
  const record = LooseSchema.safeParse(item);
  const instrument = LooseSchema.safeParse(record.data?.['instrument']);
  if (!record.success || !instrument.success) return undefined;
  const { isin, ...rest } = instrument.data;
  return typeof isin === 'string' && !isIsin(isin) ? { ...record.data, instrument: rest } : undefined;
}

function malformed(complaint: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `A part of the statement breaks the contract: ${complaint}.`,
  });
}

function describe({ complaint, path }: { complaint: string; path: string }): string {
  return path === '' ? complaint : `${path}: ${complaint}`;
}
