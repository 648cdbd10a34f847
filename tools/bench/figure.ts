/** One measured number, with the limit that it has to keep where it has one. */
export interface Figure {
  /** `<row>` for what has a limit, `<row>.<part>` for what it was worked out from. */
  readonly name: string;
  readonly value: number;
  readonly unit: 'x' | 'ms' | 'µs' | 's' | 'MB' | 'rows/s' | 'records';
  /** The most, or undefined where the number is only reported. */
  readonly limit?: number;
  /** What it is, and what it was compared with. */
  readonly what: string;
}

export function keepsLimit({ value, limit }: Figure): boolean {
  return limit === undefined || value <= limit;
}
