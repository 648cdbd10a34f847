import type { Report } from '../run-faults.ts';

/** The share of healthy calls that must be answered rightly and in time. */
const SUCCESS = 0.999;

/** Healthy calls a second, at least. */
const CALLS_PER_SECOND = 50;

const MEBIBYTE = 1024 * 1024;

/** How much the memory of a host may differ between two rounds, in bytes: what lives, and what the system shows. */
const LIVE_GROWTH = 8 * MEBIBYTE;
const RSS_GROWTH = 48 * MEBIBYTE;

/** What a run falls short of, in words; nothing where all is well. */
export function findShortfalls(report: Report): string[] {
  const { records, seconds, growth, orphans, hostEnd } = report;
  const calls = records.reduce((sum, { healthy }) => sum + healthy.calls, 0);
  const failed = records.reduce((sum, { healthy }) => sum + healthy.failed, 0);
  const rate = calls / seconds;
  return [
    ...records.flatMap(({ fault, findings }) => findings.map((finding) => `${fault.name}: ${finding}`)),
    ...when(hostEnd !== undefined, `the host ended: ${hostEnd}`),
    ...when(failed > calls * (1 - SUCCESS), `${failed} of ${calls} healthy calls failed`),
    ...when(rate < CALLS_PER_SECOND, `only ${rate.toFixed(1)} healthy calls a second`),
    ...when(orphans.length > 0, `processes ${orphans.join(', ')} outlived the host`),
    ...when(growth.live > LIVE_GROWTH, `the host's living memory grew by ${inMegabytes(growth.live)} MB`),
    ...when(growth.rss > RSS_GROWTH, `the host's process grew by ${inMegabytes(growth.rss)} MB`),
  ];
}

export function inMegabytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(1);
}

function when(isShort: boolean, shortfall: string): string[] {
  return isShort ? [shortfall] : [];
}
