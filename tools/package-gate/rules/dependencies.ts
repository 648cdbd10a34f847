import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../root.ts';
import type { Rule } from './rule.ts';

const KINDS = {
  dependencies: 'is a dependency and never used',
  devDependencies: 'is a devDependency and never used',
  unlisted: 'is used and not in package.json',
  unresolved: 'is imported and does not exist',
} as const;

const NamesSchema = z.array(z.object({ name: z.string() })).default([]);
const IssueSchema = z.object({
  file: z.string(),
  dependencies: NamesSchema,
  devDependencies: NamesSchema,
  unlisted: NamesSchema,
  unresolved: NamesSchema,
});
const ReportSchema = z.object({ issues: z.array(IssueSchema) });

/** What knip says of one file. */
export type KnipIssue = z.infer<typeof IssueSchema>;

/** Each package uses what it declares, and declares what it uses. */
export function dependencyRule(issues: readonly KnipIssue[]): Rule {
  return {
    name: 'dependencies',
    check: ({ folder }) => issues.filter(({ file }) => file.startsWith(`${folder}/`)).flatMap(describeIssue),
  };
}

function describeIssue(issue: KnipIssue): string[] {
  return Object.entries(KINDS).flatMap(([kind, what]) =>
    issue[kind as keyof typeof KINDS].map(({ name }) => `${name} ${what} (${issue.file}).`),
  );
}

/** Asks knip once for the whole workspace. */
export function askKnip(): readonly KnipIssue[] {
  const knip = join(ROOT, 'node_modules', 'knip', 'bin', 'knip.js');
  const config = join(ROOT, 'tools', 'package-gate', 'knip.jsonc');
  const include = Object.keys(KINDS)
    .filter((kind) => kind !== 'devDependencies')
    .join(',');
  const options = ['--config', config, '--include', include, '--reporter', 'json', '--no-progress'];
  const { stdout, stderr } = spawnSync(process.execPath, [knip, ...options], { cwd: ROOT, encoding: 'utf8' });
  if (stdout === '') throw new Error(`knip said nothing: ${stderr}`);
  return parseIssues(stdout);
}

/** Reads the report that knip writes as JSON. */
export function parseIssues(report: string): readonly KnipIssue[] {
  return ReportSchema.parse(JSON.parse(report)).issues;
}
