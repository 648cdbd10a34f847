import { alignRows } from '../table/align-rows.ts';
import type { PluginVerdict } from './check-plugins.ts';

const HEADER = ['plugin', 'version', 'level', 'kept', 'broken', 'bundle', 'start'];

/** One line for each plugin, below them what is broken. */
export function formatVerdicts(verdicts: readonly PluginVerdict[]): string {
  const lines = alignRows([HEADER, ...verdicts.map(rowOf)]);
  return [...lines, ...verdicts.flatMap(describeBroken)].join('\n');
}

function rowOf({ plugin, level, rules, figures }: PluginVerdict): string[] {
  const count = (outcome: string): string => String(rules.filter((rule) => rule.outcome === outcome).length);
  const { bundleBytes = 0, startRatio = 0 } = figures;
  const size = `${(bundleBytes / 1024).toFixed(1)} KB`;
  return [
    plugin.id,
    plugin.version,
    level,
    count('kept'),
    count('broken'),
    size,
    `${startRatio.toFixed(2)} ×`,
  ];
}

function describeBroken({ plugin, rules }: PluginVerdict): string[] {
  return rules.flatMap(({ code, title, shortcomings }) =>
    shortcomings.map(
      ({ place, message, remedy = '' }) =>
        `${plugin.id}: ${code} ${title}\n  ${place}: ${message}\n  ${remedy}`,
    ),
  );
}
