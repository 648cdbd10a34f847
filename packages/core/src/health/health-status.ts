import type { HealthMetric } from './metric.js';

/** How a plugin was at one check. */
export interface HealthStatus {
  readonly pluginId: string;
  readonly healthy: boolean;
  readonly message: string;
  readonly metrics: readonly HealthMetric[];
  /** Instant in UTC. */
  readonly lastCheck: string;
}
