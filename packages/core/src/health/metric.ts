/** One measured value. Text is shown and never compared. */
export interface HealthMetric {
  readonly name: string;
  readonly value: number | string;
  /** Empty where the metric has none or the unit is unknown. */
  readonly unit: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** Units by name of the metric. Memory is in mebibytes, rates and shares are in percent. */
const UNITS: Readonly<Record<string, string>> = {
  memory_usage: 'MB',
  cpu_usage: '%',
  cpu_time: 'ms',
  request_count: 'count',
  error_count: 'count',
  restart_count: 'count',
  error_rate: '%',
  response_time: 'ms',
  response_time_p50: 'ms',
  response_time_p95: 'ms',
  response_time_p99: 'ms',
};

/** The unit of a metric; empty for those that a plugin invents. */
export function unitOf(name: string): string {
  return Object.hasOwn(UNITS, name) ? (UNITS[name] ?? '') : '';
}
