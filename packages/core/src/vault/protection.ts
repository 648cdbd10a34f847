import { z } from 'zod';

/** Where the master key is, as host.db says it beside the key that it protects. */
export const ProtectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keychain'), account: z.string().regex(/^vault-[0-9a-f]{16}$/) }),
  z.strictObject({
    kind: z.literal('passphrase'),
    salt: z.base64(),
    /** Of scrypt (RFC 7914): 128 · N · r bytes of memory. */
    cost: z
      .int()
      .min(2)
      .max(2 ** 19),
    blockSize: z.int().min(1).max(8),
    parallelization: z.int().min(1).max(16),
  }),
  /** A file in the home folder. */
  z.strictObject({ kind: z.literal('file'), name: z.string().regex(/^vault-[0-9a-f]{16}\.key$/) }),
]);

export type Protection = z.infer<typeof ProtectionSchema>;
export type ProtectionKind = Protection['kind'];

/** What a user has to know of where the key is. */
export const PROTECTION_TEXTS = {
  keychain: 'The key of your credentials is in the keychain of this system.',
  passphrase: 'The key of your credentials is made from your passphrase and stored nowhere.',
  file: 'The key of your credentials is a file that only you can read, beside them: whoever can read your files can decrypt them.',
} as const satisfies Record<ProtectionKind, string>;
