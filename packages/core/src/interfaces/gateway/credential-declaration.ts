import { z } from 'zod';
import { LabelSchema, TextSchema } from '../values/schemas.js';

/** The name of a credential, a capture, a scheme or a step. */
export const GatewayNameSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);

/** How the text that the user gives is checked and shown. */
export const CREDENTIAL_FORMS = ['text', 'base32', 'base64', 'hexadecimal', 'pem'] as const;

/** A credential that the user gives to the host and that never enters the memory of the plugin. */
export const CredentialDeclarationSchema = z.strictObject({
  label: LabelSchema,
  /** Where the user finds it, step by step. */
  hint: TextSchema.optional(),
  /** Typed without an echo. What is no secret, such as a user name, is kept encrypted all the same. */
  secret: z.boolean().optional(),
  form: z.enum(CREDENTIAL_FORMS).optional(),
  optional: z.boolean().optional(),
  /** Asked for when a login needs it, used once and never stored, such as a code from an app. */
  once: z.boolean().optional(),
});

/** One of `CREDENTIAL_FORMS`. */
export type CredentialForm = (typeof CREDENTIAL_FORMS)[number];
export type CredentialDeclaration = z.infer<typeof CredentialDeclarationSchema>;
