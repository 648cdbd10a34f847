import type { PackageFacts } from './facts/package-facts.ts';
import type { Verdict } from './run-gate.ts';

/** A row for each package, a column for each rule, and below it what is wrong. */
export function formatVerdicts(packages: readonly PackageFacts[], verdicts: readonly Verdict[]): string {
  const rules = [...new Set(verdicts.map(({ rule }) => rule))];
  const width = Math.max(...packages.map(({ folder }) => folder.length));
  const head = [''.padEnd(width), '    KB', ...rules].join('  ');
  const rows = packages.map(({ folder, packedBytes }) => {
    const marks = rules.map((rule) => {
      const verdict = verdicts.find((one) => one.package === folder && one.rule === rule);
      return (verdict?.ok === true ? '✓' : '✗').padEnd(rule.length);
    });
    return [folder.padEnd(width), String(Math.ceil(packedBytes / 1000)).padStart(6), ...marks]
      .join('  ')
      .trimEnd();
  });
  const findings = verdicts.flatMap(({ package: name, rule, findings: found }) =>
    found.map((finding) => `${name}: ${rule}: ${finding}`),
  );
  return [head, ...rows, ...(findings.length === 0 ? [] : ['', ...findings])].join('\n');
}
