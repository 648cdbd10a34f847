/**
 * How a login goes on after the password: a code of an app by time (RFC 6238), a code that was sent, or an approval in
 * the institution's own app.
 */
export const SECOND_FACTORS = ['TOTP', 'CODE', 'IN_APP'] as const;

/** One of {@link SECOND_FACTORS}. */
export type SecondFactor = (typeof SECOND_FACTORS)[number];
