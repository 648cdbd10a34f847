import { keepsLimit, type Figure } from '../figure.ts';

/** Figures for machines. What has no limit is always fine. */
export function toJson(figures: readonly Figure[]): object[] {
  return figures.map((figure) => {
    const { name, value, unit, limit = null } = figure;
    return { name, value: Number(value.toPrecision(6)), unit, limit, ok: keepsLimit(figure) };
  });
}
