import type { HealthMetric } from './metric.js';

/** The range in which a metric is healthy. Either bound may be missing; both belong to the range. */
export interface Threshold {
  readonly metric: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What is wrong with metrics that leave their range. Text metrics have no range. */
export function findExceeded(metrics: readonly HealthMetric[], thresholds: readonly Threshold[]): string[] {
  return thresholds.flatMap((threshold) =>
    metrics
      .filter((metric) => metric.name === threshold.metric)
      .flatMap((metric) => exceeds(metric, threshold)),
  );
}

function exceeds({ name, value, unit }: HealthMetric, { minimum, maximum }: Threshold): string[] {
  if (typeof value !== 'number') return [];
  const shown = `${name} is ${Number(value.toFixed(2))}${unit === '' ? '' : ` ${unit}`}`;
  if (minimum !== undefined && value < minimum) return [`${shown}, less than ${minimum}`];
  if (maximum !== undefined && value > maximum) return [`${shown}, more than ${maximum}`];
  return [];
}
