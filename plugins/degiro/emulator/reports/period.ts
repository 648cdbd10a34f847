import { UndocumentedRequest, type Call } from '@bourse/sdk/emulator';

/** The booking dates that a report is asked for, both included. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

/** Reads `fromDate` and `toDate`, which reports take as dd/mm/yyyy alone. */
export function periodOf(call: Call): ReportPeriod {
  return { from: dateOf(call, 'fromDate'), to: dateOf(call, 'toDate') };
}

export function isWithin({ from, to }: ReportPeriod, local: string): boolean {
  const date = local.slice(0, 10);
  return from <= date && date <= to;
}

function dateOf(call: Call, name: string): string {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(call.query.get(name) ?? '') ?? [];
  if (day === undefined) throw new UndocumentedRequest(`${name} is no date such as 31/12/2026`);
  return `${year}-${month}-${day}`;
}
