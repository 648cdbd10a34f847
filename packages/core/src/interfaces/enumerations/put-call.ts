/** The direction of an option or warrant (FIX 201 PutOrCall). */
export const PUT_CALLS = ['PUT', 'CALL'] as const;

/** One of {@link PUT_CALLS}. */
export type PutCall = (typeof PUT_CALLS)[number];
