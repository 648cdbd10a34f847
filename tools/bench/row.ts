import type { Figure } from './figure.ts';

export interface MeasureOptions {
  /** How long things that go on and on are watched. */
  readonly seconds: number;
}

/** Something that is measured: a row of the table, or a few of them that need the same preparation. */
export interface Row {
  readonly name: string;
  /** @param folder An empty folder of this run's own, which is removed afterwards. */
  measure(folder: string, options: MeasureOptions): Promise<Figure[]>;
}
