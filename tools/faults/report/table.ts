import { alignRows } from '../../table/align-rows.ts';
import type { Report } from '../run-faults.ts';
import { inMegabytes } from './judge.ts';

const COLUMNS = ['fault', 'injected', 'healthy calls', 'failed', 'slowest'] as const;

/** What a run has shown, for people. */
export function formatReport(report: Report): string {
  const rows = [[...COLUMNS], ...toRows(report)];
  const lines = alignRows(rows, (column) => column > 0);
  return [...lines, '', ...summarise(report)].join('\n');
}

function toRows({ records }: Report): string[][] {
  const rows = records.map(({ fault, injected, healthy }) => ({
    name: fault.name,
    numbers: [injected, healthy.calls, healthy.failed],
    worstMs: healthy.worstMs,
  }));
  const total = {
    name: 'all',
    numbers: [0, 1, 2].map((column) => rows.reduce((sum, { numbers }) => sum + (numbers[column] ?? 0), 0)),
    worstMs: Math.max(...rows.map(({ worstMs }) => worstMs)),
  };
  return [...rows, total].map(({ name, numbers, worstMs }) => [
    name,
    ...numbers.map(String),
    `${Math.round(worstMs)} ms`,
  ]);
}

function summarise({ records, seconds, growth, rss, orphans }: Report): string[] {
  const calls = records.reduce((sum, { healthy }) => sum + healthy.calls, 0);
  return [
    `${records.length} kinds of faults in ${Math.round(seconds)} s, ${(calls / seconds).toFixed(1)} healthy calls a second.`,
    `Memory of the host from the second round to the last: living ${signed(growth.live)} MB, process ${signed(growth.rss)} MB (${inMegabytes(rss)} MB at the end).`,
    `Processes that outlived the host: ${orphans.length === 0 ? 'none' : orphans.join(', ')}.`,
  ];
}

function signed(bytes: number): string {
  return `${bytes < 0 ? '' : '+'}${inMegabytes(bytes)}`;
}
