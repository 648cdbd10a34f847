import { z } from 'zod';
import { BoundedHistory, type HostDatabase, type WriteQueue } from '../store/index.js';
import type { HealthStatus } from './health-status.js';
import type { Threshold } from './threshold.js';

/** Statuses kept of one plugin. */
const KEPT = 1_000;

const Row = z.object({
  plugin_id: z.string(),
  at: z.string(),
  healthy: z.number(),
  message: z.string(),
  metrics: z.string(),
});
const Metrics = z.array(
  z.object({ name: z.string(), value: z.union([z.number(), z.string()]), unit: z.string(), at: z.string() }),
);
const ThresholdRow = z.object({
  metric: z.string(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
});

/** Health statuses and thresholds in host.db. */
export class HealthRecords {
  readonly #database: HostDatabase;
  readonly #history: BoundedHistory;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#database = database;
    this.#history = new BoundedHistory(database, queue, {
      table: 'health_status',
      what: 'health checks',
      columns: ['at', 'healthy', 'message', 'metrics'],
      limit: KEPT,
    });
  }

  append({ pluginId, healthy, message, metrics, lastCheck }: HealthStatus): void {
    this.#history.append(pluginId, [lastCheck, healthy ? 1 : 0, message, JSON.stringify(metrics)]);
  }

  /** Statuses of a plugin since an instant, oldest first. */
  since(pluginId: string, at: string): HealthStatus[] {
    return this.#history.since(pluginId, at).map((row) => {
      const { plugin_id, at: lastCheck, healthy, message, metrics } = Row.parse(row);
      return {
        pluginId: plugin_id,
        healthy: healthy === 1,
        message,
        metrics: Metrics.parse(JSON.parse(metrics)),
        lastCheck,
      };
    });
  }

  /** A range without bounds takes the former one away. */
  saveThreshold(pluginId: string, { metric, minimum, maximum }: Threshold): void {
    if (minimum === undefined && maximum === undefined) {
      this.#database.run('DELETE FROM health_threshold WHERE plugin_id = ? AND metric = ?', pluginId, metric);
      return;
    }
    this.#database.run(
      `INSERT INTO health_threshold (plugin_id, metric, minimum, maximum) VALUES (?, ?, ?, ?)
       ON CONFLICT (plugin_id, metric) DO UPDATE SET minimum = excluded.minimum, maximum = excluded.maximum`,
      pluginId,
      metric,
      minimum ?? null,
      maximum ?? null,
    );
  }

  thresholdsOf(pluginId: string): Threshold[] {
    return this.#database
      .all(
        'SELECT metric, minimum, maximum FROM health_threshold WHERE plugin_id = ? ORDER BY metric',
        pluginId,
      )
      .map((row) => {
        const { metric, minimum, maximum } = ThresholdRow.parse(row);
        return { metric, ...(minimum === null ? {} : { minimum }), ...(maximum === null ? {} : { maximum }) };
      });
  }
}
