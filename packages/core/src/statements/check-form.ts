import type { z } from 'zod';

/** Characters of a complaint: a schema names every field that it does not know. */
const COMPLAINT_LIMIT = 300;

/** What a value is, or what is wrong with it first. */
export type Form<Value> = { readonly value: Value } | { readonly complaint: string; readonly path: string };

/** Compares a value of a plugin with a schema. Never throws, whatever the value is. */
export function checkForm<Value>(schema: z.ZodType<Value>, value: unknown): Form<Value> {
  try {
    const { success, data, error } = schema.safeParse(value);
    if (success) return { value: data };
    const [issue] = error.issues;
    const complaint = issue?.message ?? 'it has the wrong form';
    return { complaint: clip(complaint), path: clip(issue?.path.join('.') ?? '') };
  } catch (thrown) {
    // zod runs out of stack over some hundred thousand faults.
    return { complaint: `it cannot be checked (${String(thrown)})`, path: '' };
  }
}

function clip(text: string): string {
  return text.length > COMPLAINT_LIMIT ? `${text.slice(0, COMPLAINT_LIMIT)}…` : text;
}
