import type { CalendarDate } from '@bourse/sdk';
import type { AccountTerms } from './account-terms.js';
import { simulate } from './simulation/simulate.js';
import type { Simulation } from './simulation/simulation.js';
import { addDays, dateOf } from './world/calendar.js';

/** The account as the exchange reports it. */
export interface Report {
  readonly simulation: Simulation;
  /** The last day that is over; its records and all before it never change. */
  readonly asOf: CalendarDate;
}

/** Simulates one account up to the last day that is over in UTC, once a day. */
export class PaperExchange {
  readonly #terms: AccountTerms;
  #report: Report | undefined;

  constructor(terms: AccountTerms) {
    this.#terms = terms;
  }

  report(): Report {
    const asOf = addDays(dateOf(Date.now()), -1);
    if (this.#report?.asOf !== asOf) this.#report = { simulation: simulate(this.#terms, asOf), asOf };
    return this.#report;
  }
}
