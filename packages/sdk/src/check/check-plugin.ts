import { reasonOf } from '../build/reason-of.js';
import { CheckedPlugin } from './plugin/checked-plugin.js';
import { QUALITY_LEVELS, type QualityLevel } from './quality-level.js';
import type { QualityRule, Shortcoming } from './quality-rule.js';
import { QUALITY_RULES } from './rules/quality-rules.js';

/** What was found of one rule. */
export interface RuleVerdict extends Pick<QualityRule, 'code' | 'level' | 'title'> {
  /** `blocked`: it could not be looked at, since a rule before it is broken. */
  readonly outcome: 'kept' | 'broken' | 'not concerned' | 'blocked';
  /** Why it was not looked at, where it was not. */
  readonly reason?: string;
  readonly shortcomings: readonly Shortcoming[];
}

/** What is to be said of a plugin. */
export interface QualityReport {
  readonly plugin: { readonly id: string; readonly version: string };
  readonly level: QualityLevel | 'none';
  readonly rules: readonly RuleVerdict[];
  /** What was measured, by name: sizes in bytes, and times as ratios. */
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * Checks a plugin as a maintainer would: its files, its bundle, and how it behaves in a real cell. Nothing is written
 * to its folder, and nothing beyond this machine is asked.
 *
 * @param folder Of the plugin's sources.
 * @param rules Those that are looked at. Default: all.
 */
export async function checkPlugin(
  folder: string,
  rules: readonly QualityRule[] = QUALITY_RULES,
): Promise<QualityReport> {
  await using plugin = new CheckedPlugin(folder);
  const verdicts: RuleVerdict[] = [];
  for (const rule of rules) verdicts.push(await judge(rule, plugin, brokenOf(verdicts)));
  return { plugin: plugin.identity, level: levelOf(verdicts), rules: verdicts, figures: plugin.figures };
}

function brokenOf(verdicts: readonly RuleVerdict[]): ReadonlySet<string> {
  return new Set(verdicts.filter(({ outcome }) => outcome === 'broken').map(({ code }) => code));
}

async function judge(
  rule: QualityRule,
  plugin: CheckedPlugin,
  broken: ReadonlySet<string>,
): Promise<RuleVerdict> {
  const { code, level, title, needs, after = [], remedy } = rule;
  const told = { code, level, title };
  const before = after.filter((other) => broken.has(other));
  if (before.length > 0 || !(await plugin.has(needs)))
    return { ...told, outcome: 'blocked', reason: tellLack(before, needs), shortcomings: [] };
  const shortcomings = await find(rule, plugin);
  if (typeof shortcomings === 'string')
    return { ...told, outcome: 'not concerned', reason: shortcomings, shortcomings: [] };
  const complete = shortcomings.map((each) => ({ ...each, remedy: each.remedy ?? remedy }));
  return { ...told, outcome: complete.length === 0 ? 'kept' : 'broken', shortcomings: complete };
}

/** What has to be mended before a rule can be looked at. */
function tellLack(before: readonly string[], needs: QualityRule['needs']): string {
  if (before.length > 0) return `${before.join(', ')} is broken`;
  return needs === 'emulator' ? 'it needs a plugin that runs, and an emulator' : `it needs a ${needs}`;
}

/** What breaks the rule, or why it does not concern the plugin. */
async function find(
  { exempts, check, title }: QualityRule,
  plugin: CheckedPlugin,
): Promise<readonly Shortcoming[] | string> {
  try {
    return (await exempts?.(plugin)) ?? (await check(plugin));
  } catch (error) {
    const message = `It could not be tried: ${reasonOf(error)}.`;
    return [{ place: title, message, remedy: remedyOf(error) }];
  }
}

/** That of the reason: the rule's own is for what it finds. */
function remedyOf(error: unknown): string {
  const own: unknown =
    typeof error === 'object' && error !== null && 'remedy' in error ? error.remedy : undefined;
  return typeof own === 'string' ? own : 'Mend what the reason names, then check again.';
}

/** The highest level of which, and of those before it, nothing is broken or unknown. */
function levelOf(verdicts: readonly RuleVerdict[]): QualityLevel | 'none' {
  const isKept = (level: QualityLevel): boolean =>
    verdicts.every((rule) => rule.level !== level || ['kept', 'not concerned'].includes(rule.outcome));
  const firstBroken = QUALITY_LEVELS.findIndex((level) => !isKept(level));
  if (firstBroken === -1) return QUALITY_LEVELS[QUALITY_LEVELS.length - 1] ?? 'none';
  return QUALITY_LEVELS[firstBroken - 1] ?? 'none';
}
