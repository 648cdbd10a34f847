const MEMBER = /^ *"?([^":]+)"?: "\1";$/;

/** The order of names in the type of a `z.enum` depends on what else the compiler has read; here it is alphabetical. */
export function sortEnumerations(report: string): string {
  const lines = report.split('\n');
  const sorted: string[] = [];
  let members: string[] = [];
  for (const line of lines) {
    if (MEMBER.test(line)) {
      members.push(line);
      continue;
    }
    sorted.push(...members.sort(), line);
    members = [];
  }
  return [...sorted, ...members.sort()].join('\n');
}
