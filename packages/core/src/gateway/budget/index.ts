export { PRIORITIES, type Priority } from './priority.js';
export { RateBudget, SYSTEM_CLOCK, type BudgetClock } from './rate-budget.js';
export { LONGEST_PAUSE_MS, RateRecords } from './rate-records.js';
