import { z } from 'zod';
import {
  isIsin,
  ProblemError,
  RECORD_KINDS,
  RowsSchema,
  StatementPartSchema,
  type ProblemDraft,
  type StatementPart,
  type Unclassified,
} from '../interfaces/index.js';
import { DRAFT_SCHEMAS, RECORD_LISTS } from './record-lists.js';

const LooseSchema = z.record(z.string(), z.unknown());
const RowsOfSchema = z.object({ source: z.object({ rows: RowsSchema }) });

/** How much of a record that cannot be kept is shown in its place. */
const SHOWN_TEXT = 500;

/**
 * Reads what a reader yielded. Records that do not fit the contract are set aside one by one, so that one bad record
 * never loses the others.
 *
 * @throws ProblemError MALFORMED_RESPONSE where the part as a whole has not the form of one.
 */
export function readPart(value: unknown): StatementPart {
  const whole = StatementPartSchema.safeParse(value);
  return whole.success ? whole.data : salvage(value);
}

function salvage(value: unknown): StatementPart {
  const loose = LooseSchema.safeParse(value);
  if (!loose.success) throw malformed(loose.error);
  const problems: ProblemDraft[] = [];
  const unclassified: Unclassified[] = [];
  const kept: Record<string, unknown> = { ...loose.data };
  for (const kind of RECORD_KINDS) {
    const list = loose.data[RECORD_LISTS[kind]];
    if (!Array.isArray(list)) continue;
    kept[RECORD_LISTS[kind]] = list.flatMap((item: unknown) =>
      salvageRecord(item, DRAFT_SCHEMAS[kind], problems, unclassified),
    );
  }
  const mended = StatementPartSchema.safeParse(kept);
  if (!mended.success) throw malformed(mended.error);
  return {
    ...mended.data,
    problems: [...(mended.data.problems ?? []), ...problems],
    unclassified: [...(mended.data.unclassified ?? []), ...unclassified],
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
  const result = schema.safeParse(mended ?? item);
  if (result.success) {
    if (mended !== undefined)
      problems.push({
        code: 'IDENTIFIER_INVALID',
        message: 'An ISIN fails its check digit and was left out.',
        place: { rows },
      });
    return [result.data];
  }
  const reason = describe(result.error);
  problems.push({
    code: 'ROW_MALFORMED',
    message: `The reader made a record that breaks the contract: ${reason}.`,
    place: { rows },
  });
  unclassified.push({ rows, text: JSON.stringify(item).slice(0, SHOWN_TEXT), reason });
  return [];
}

function rowsOf(item: unknown): number[] {
  const parsed = RowsOfSchema.safeParse(item);
  return parsed.success ? parsed.data.source.rows : [];
}

/** The record without its instrument's ISIN, or undefined where that is not what is wrong with it. */
function withoutInvalidIsin(item: unknown): unknown {
  const record = LooseSchema.safeParse(item);
  const instrument = LooseSchema.safeParse(record.data?.['instrument']);
  if (!record.success || !instrument.success) return undefined;
  const { isin, ...rest } = instrument.data;
  return typeof isin === 'string' && !isIsin(isin) ? { ...record.data, instrument: rest } : undefined;
}

function malformed(error: z.ZodError): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `A part of the statement breaks the contract: ${describe(error)}.`,
  });
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'it has the wrong form' : `${issue.path.join('.')}: ${issue.message}`;
}
