import type { HealthReport } from '../interfaces/index.js';
import type { HealthRecords } from './health-records.js';
import type { HealthStatus } from './health-status.js';
import { unitOf, type HealthMetric } from './metric.js';
import { findExceeded, type Threshold } from './threshold.js';

/** What was measured of a plugin from outside, by name of the metric. */
export type Measurements = Readonly<Record<string, number | string>>;

/** How far back a history reaches unless it is asked otherwise. */
const DEFAULT_HOURS = 24;

/** Checks the health of plugins and remembers what it saw. */
export class HealthMonitor {
  readonly #records: HealthRecords;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970. */
  constructor(records: HealthRecords, now: () => number) {
    this.#records = records;
    this.#now = now;
  }

  /**
   * Checks one plugin and stores the result. A plugin is healthy when it says so and every metric is inside its
   * threshold; a check that fails is an unhealthy plugin without metrics of its own.
   *
   * @param measure What the host measured by the time the plugin has answered; it outranks what the plugin says under the
   *   same name.
   * @param ask The plugin's own health call; absent where it has none.
   */
  async check(
    pluginId: string,
    measure: () => Measurements,
    ask?: () => Promise<HealthReport>,
  ): Promise<HealthStatus> {
    const lastCheck = new Date(this.#now()).toISOString();
    const thresholds = this.#records.thresholdsOf(pluginId);
    const status = { pluginId, lastCheck, ...(await judge(lastCheck, thresholds, measure, ask)) };
    this.#records.append(status);
    return status;
  }

  /** Statuses of the last hours, oldest first; empty for a plugin that was never checked. */
  historyOf(pluginId: string, hours = DEFAULT_HOURS): HealthStatus[] {
    return this.#records.since(pluginId, new Date(this.#now() - hours * 3_600_000).toISOString());
  }

  /** Remembers a range; one without bounds takes the former one away. */
  setThreshold(pluginId: string, threshold: Threshold): void {
    this.#records.saveThreshold(pluginId, threshold);
  }

  thresholdsOf(pluginId: string): Threshold[] {
    return this.#records.thresholdsOf(pluginId);
  }
}

async function judge(
  at: string,
  thresholds: readonly Threshold[],
  measure: () => Measurements,
  ask?: () => Promise<HealthReport>,
): Promise<Pick<HealthStatus, 'healthy' | 'message' | 'metrics'>> {
  try {
    const report = await ask?.();
    const metrics = toMetrics({ ...report?.metrics, ...measure() }, at);
    const complaints = [...complaintOf(report), ...findExceeded(metrics, thresholds)];
    return { healthy: complaints.length === 0, message: messageOf(complaints), metrics };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { healthy: false, message: `Health check failed: ${reason}`, metrics: [] };
  }
}

function toMetrics(values: Measurements, at: string): HealthMetric[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, unit: unitOf(name), at }));
}

function complaintOf(report: HealthReport | undefined): string[] {
  if (report === undefined || report.status === 'ok') return [];
  return [`the plugin says ${report.status}${report.message === undefined ? '' : `: ${report.message}`}`];
}

function messageOf(complaints: readonly string[]): string {
  return complaints.length === 0 ? 'Healthy' : `Unhealthy: ${complaints.join('; ')}`;
}
