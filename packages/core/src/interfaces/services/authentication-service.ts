import { z } from 'zod';
import { SECOND_FACTORS } from '../enumerations/second-factor.js';
import { InstantSchema, TextSchema } from '../values/schemas.js';

/** The shortest and the longest time between two questions whether a login was approved, in milliseconds. */
const POLL_MIN_MS = 500;
const POLL_MAX_MS = 60_000;

/** A login asks for nothing: the host knows the credentials. */
export const LogInRequestSchema = z.strictObject({});

/** How a login goes on: the plugin repeats what its own answer asked for. */
export const ContinueLogInRequestSchema = z.strictObject({ method: z.enum(SECOND_FACTORS) });

/** How far a login came. */
export const LogInAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('LOGGED_IN'),
    /** When the session ends by itself, where the institution tells. */
    expiresAt: InstantSchema.optional(),
  }),
  z.strictObject({
    outcome: z.literal('SECOND_FACTOR_REQUIRED'),
    method: z.enum(SECOND_FACTORS),
    /** What the institution says of it, such as where the code was sent. */
    message: TextSchema.optional(),
    /** Milliseconds after which `continueLogIn` may be called again, while an approval is waited for. */
    pollAfter: z.int().min(POLL_MIN_MS).max(POLL_MAX_MS).optional(),
  }),
]);

/** The end of a session says nothing. */
export const LogOutAnswerSchema = z.strictObject({});

export type LogInAnswer = z.infer<typeof LogInAnswerSchema>;
export type ContinueLogInRequest = z.infer<typeof ContinueLogInRequestSchema>;

/**
 * Logging in. The plugin never sees a password or a code: the host places them into its requests. A code is asked for
 * when `SECOND_FACTOR_REQUIRED` says so, and placed into the requests of the next `continueLogIn`.
 *
 * Wrong credentials are an error AUTH_INVALID; the host does not try them again by itself.
 */
export interface AuthenticationService {
  logIn(): Promise<LogInAnswer>;
  continueLogIn(request: ContinueLogInRequest): Promise<LogInAnswer>;
  logOut(): Promise<z.infer<typeof LogOutAnswerSchema>>;
}
