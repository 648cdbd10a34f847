import { expect, test } from '@jest/globals';
import { HEALTH_MAX_METRICS, HealthReportSchema } from './health-service.js';

const report = (count: number) => ({
  status: 'ok',
  metrics: Object.fromEntries(Array.from({ length: count }, (_, n) => [`metric${n}`, n])),
});

test('a health report has so many metrics and no more', () => {
  expect(HealthReportSchema.safeParse(report(HEALTH_MAX_METRICS)).success).toBe(true);
  expect(HealthReportSchema.safeParse(report(HEALTH_MAX_METRICS + 1)).success).toBe(false);
});
