import type { PackageFacts } from './facts/package-facts.ts';
import type { Rule } from './rules/rule.ts';

/** What a rule says of a package. */
export interface Verdict {
  readonly package: string;
  readonly rule: string;
  readonly ok: boolean;
  readonly findings: readonly string[];
}

export async function runGate(packages: readonly PackageFacts[], rules: readonly Rule[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const facts of packages) {
    for (const { name, check } of rules) {
      const findings = await check(facts);
      verdicts.push({ package: facts.folder, rule: name, ok: findings.length === 0, findings });
    }
  }
  return verdicts;
}
