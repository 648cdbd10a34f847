/** What one euro is in other currencies, each working day. */
export interface Scenario {
  /** The first and the last day that has rates. */
  readonly first: string;
  readonly last: string;
  rates: Readonly<Record<string, string>>;
}

export function tellRates(): Scenario {
  return { first: '2024-01-01', last: '2027-12-31', rates: { CHF: '0.94', GBP: '0.86', USD: '1.085' } };
}

/** The working days between two days, both included. */
export function workingDays(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
    const date = new Date(day);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}
