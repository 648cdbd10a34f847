import type { CorporateActionDraft } from '@bourse/sdk';
import { instrumentId } from '../instrument/instrument-id.js';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { isSummary } from '../statement/summary-level.js';
import { negated, sum } from '../values/amounts.js';
import { toActionRow, type ActionRow } from './action-row.js';
import { CORPORATE_ACTIONS, toCorporateAction } from './to-corporate-action.js';

/** No event has more rows in one account; more would be more than one record. */
const EVENT_ROWS_MAX = 60;

/**
 * The section CorporateActions, held until the end of the statement, since rows of one event need not stand together.
 * Rows of one event that are booked on other days are records of their own, joined by a link: a statement that ends in
 * between has only some of them.
 */
export class ActionsReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #levels: LevelChoice;
  readonly #rows: ActionRow[] = [];

  constructor(output: FlexOutput) {
    this.#output = output;
    this.#levels = new LevelChoice({
      read: (row) => output.attempt(row, () => void this.#rows.push(toActionRow(row))),
      ignore: (rows) => output.ignoreRows('summary of corporate actions', rows),
    });
  }

  read(row: FlexRow): void {
    if (isSummary(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
    const taken = new Map<string, string>();
    for (const rows of this.#events()) {
      const action = toCorporateAction(rows);
      if (action === undefined) this.#ignore(rows);
      else this.#book(action, eventOf(rows), taken);
    }
  }

  /** Rows by event and booking date, what was booked before what takes it back. */
  #events(): ActionRow[][] {
    const events = Map.groupBy(this.#rows, (row) =>
      JSON.stringify([eventOf([row]), row.date, row.isReversal]),
    );
    return [...events.values()]
      .flatMap((rows) => Array.from(inGroups(rows)))
      .sort((left, right) => rank(left) - rank(right));
  }

  #book(action: CorporateActionDraft, event: string, taken: Map<string, string>): void {
    const isReversal = action.status === 'REVERSAL';
    const original = isReversal ? taken.get(effectsOf(action, event, true)) : undefined;
    const recordId = action.source.recordId;
    if (!isReversal && recordId !== undefined) taken.set(effectsOf(action, event, false), recordId);
    this.#output.book({
      corporateActions: [
        original === undefined
          ? action
          : { ...action, reverses: { section: CORPORATE_ACTIONS, recordId: original } },
      ],
    });
  }

  #ignore(rows: readonly ActionRow[]): void {
    this.#output.ignore(
      'corporate action that moves neither units nor cash',
      rows.map(({ ordinal }) => ordinal),
    );
  }
}

function* inGroups(rows: ActionRow[]): Generator<ActionRow[]> {
  for (let start = 0; start < rows.length; start += EVENT_ROWS_MAX)
    yield rows.slice(start, start + EVENT_ROWS_MAX);
}

function rank(rows: readonly ActionRow[]): number {
  return rows[0]?.isReversal === true ? 1 : 0;
}

/** The institution's id of the event, in older exports its description and time. */
function eventOf([row]: readonly ActionRow[]): string {
  return JSON.stringify([row?.account, row?.actionId ?? [row?.text.event, row?.effectiveTime]]);
}

/** What an action does, or what one does that takes it back. */
function effectsOf({ legs, cash }: CorporateActionDraft, event: string, isInverted: boolean): string {
  const signed = (amount: string): string => sum(isInverted ? negated(amount) : amount);
  const effects = [
    ...legs.map(({ instrument, quantity }) => `${instrumentId(instrument)} ${signed(quantity)}`),
    ...cash.map(({ money }) => `${money.currency} ${signed(money.amount)}`),
  ];
  return [event, ...effects.sort()].join('|');
}
