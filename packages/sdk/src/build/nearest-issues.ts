import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a value that has one of several forms, such as a step of a recipe: where the members are those of one
 * form alone, its own issues; else the names that tell the forms apart.
 */
export function nearestIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.filter(isNear);
  const [form] = near;
  if (form !== undefined && near.length === 1)
    return form.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(nearestIssues);
  const names = [...new Set(issue.errors.flatMap(tellingMember))];
  return names.length === 0 ? [issue] : [{ ...issue, message: `must have one of ${names.join(', ')}` }];
}

/** Whether the value has the members of a form and no others. */
function isNear(form: readonly Issue[]): boolean {
  return form.every(({ code, path }) => code !== 'unrecognized_keys' && path.length > 0);
}

/** The member that a form is known by is the first that the value lacks. */
function tellingMember(form: readonly Issue[]): string[] {
  const [first] = form.flatMap(({ path }) => (path.length === 0 ? [] : [path[0]]));
  return first === undefined ? [] : [String(first)];
}
