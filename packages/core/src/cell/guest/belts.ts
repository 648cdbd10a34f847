const off: ReadonlySet<string> = new Set((process.argv[2] ?? '').split(','));

/** Whether a belt holds. A test may name those that do not, as the only argument of the process. */
export function holds(belt: 'realm' | 'powers' | 'facades' | 'answerCheck' | 'floodLimits'): boolean {
  return !off.has(belt);
}
