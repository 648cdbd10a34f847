import { printable, type HealthStatus, type Threshold } from '@bourse/core';
import type { Answer, View } from '../../answer.js';
import { parseCount } from '../../arguments/parse-count.js';
import { parseThreshold } from '../../arguments/parse-threshold.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { Session } from '../../host/session.js';

interface HealthOptions {
  readonly history?: boolean;
  readonly hours: number;
  readonly threshold?: Threshold;
}

/** `bourse plugins health` */
export const addHealthCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('health')
    .summary('how a plugin is, and was')
    .description(
      'Start a plugin where it does not run, ask it how it is, and measure it. An unhealthy plugin ends the command with 1.',
    )
    .argument('<id>', 'id of the plugin')
    .option('--history', 'list what earlier checks and runs have shown')
    .option('--hours <count>', 'how far the history reaches back', parseCount, 24)
    .option(
      '--threshold <metric=min..max>',
      'remember a range in which a metric is healthy; one side may be left out, both to forget it',
      parseThreshold,
    )
    .addHelpText(
      'after',
      examples({
        'bourse plugins health acme': 'check it now',
        'bourse plugins health acme --threshold memory_usage=..200':
          'more than 200 MB is unhealthy from now on',
        'bourse plugins health acme --threshold memory_usage=..': 'whatever it is',
        'bourse plugins health acme --history': 'the last 24 hours',
      }),
    )
    .action(handle(answerHealth));
};

async function answerHealth(
  { manager }: Session,
  id: string,
  { history = false, hours, threshold }: HealthOptions,
): Promise<Answer> {
  findPlugin(manager, id);
  if (threshold !== undefined) await manager.health.setThreshold(id, threshold);
  if (history) return historyAnswer(manager.health.historyOf(id, hours));
  const status = await manager.health.check(id);
  const thresholds = manager.health.thresholdsOf(id);
  return {
    json: { ...status, thresholds },
    isRefusal: !status.healthy,
    lines: (view) => statusLines(status, thresholds, view),
  };
}

const HISTORY_COLUMNS: readonly Column[] = [
  { title: 'at (UTC)' },
  { title: 'healthy' },
  { title: 'calls', align: 'right' },
  { title: 'errors', align: 'right' },
  { title: 'p95 ms', align: 'right' },
  { title: 'memory MB', align: 'right' },
  { title: 'message', shrinks: true },
];

function historyAnswer(statuses: readonly HealthStatus[]): Answer {
  const rows = statuses.map(({ lastCheck, healthy, message, metrics }) => [
    toSecond(lastCheck),
    healthy ? 'yes' : 'no',
    ...['request_count', 'error_count', 'response_time_p95', 'memory_usage'].map((name) =>
      shortValue(metrics.find((metric) => metric.name === name)?.value ?? ''),
    ),
    printable(message),
  ]);
  return {
    json: statuses,
    lines: ({ style, width }) =>
      rows.length === 0
        ? ['Nothing was measured in this time.']
        : formatTable({ columns: HISTORY_COLUMNS, rows }, style, width),
  };
}

function statusLines(
  { pluginId, healthy, message, metrics }: HealthStatus,
  thresholds: readonly Threshold[],
  { style, width }: View,
): string[] {
  const columns = [
    { title: 'metric' },
    { title: 'value', align: 'right' as const },
    { title: 'unit' },
    { title: 'healthy', leaves: 1 },
  ];
  const rows = metrics.map(({ name, value, unit }) => [
    printable(name),
    shortValue(value),
    printable(unit),
    rangeText(thresholds.find(({ metric }) => metric === name)),
  ]);
  const unmeasured = thresholds.filter(({ metric }) => !metrics.some(({ name }) => name === metric));
  const mark = healthy ? style('good', '✓') : style('bad', '✗');
  return [
    `${mark} ${pluginId}: ${printable(message)}`,
    ...(rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows }), style, width)),
    ...unmeasured.map(
      (threshold) =>
        `${style('warning', '!')} ${threshold.metric} (${rangeText(threshold)}) was not measured in this run.`,
    ),
    style(
      'quiet',
      `Calls, errors and restarts are those of this run. Earlier runs: bourse plugins health ${pluginId} --history`,
    ),
  ];
}

function rangeText(threshold: Threshold | undefined): string {
  if (threshold === undefined) return '';
  return `${threshold.minimum ?? ''}..${threshold.maximum ?? ''}`;
}

/** Measured numbers need no more than two decimals. */
function shortValue(value: number | string): string {
  if (typeof value === 'string') return printable(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
