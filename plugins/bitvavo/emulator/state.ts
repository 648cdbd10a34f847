import { Feed } from './feed.js';
import type { BitvavoScenario } from './scenario.js';
import { WeightBudget } from './weight-budget.js';

/** What one run keeps. */
export interface BitvavoState {
  /** By API key; requests without one share a budget. */
  readonly budgets: Map<string, WeightBudget>;
  /** Lets a test move the markets. */
  readonly feed: Feed;
}

export function makeState(scenario: BitvavoScenario, now: () => number): BitvavoState {
  return { budgets: new Map(), feed: new Feed(scenario, now) };
}

export function budgetOf({ budgets }: BitvavoState, key: string): WeightBudget {
  const found = budgets.get(key) ?? new WeightBudget();
  budgets.set(key, found);
  return found;
}
