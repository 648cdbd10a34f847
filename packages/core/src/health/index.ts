export { CallMetrics } from './call-metrics.js';
export { HealthMonitor, type Measurements } from './health-monitor.js';
export { HealthRecords } from './health-records.js';
export type { HealthStatus } from './health-status.js';
export type { HealthMetric } from './metric.js';
export type { Threshold } from './threshold.js';
