import { z } from 'zod';

/** One released package that is kept, packed from the commit that it names. */
export const ReleasedPackageSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** Name of the archive in releases/. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
});

export const ReleaseIndexSchema = z.array(ReleasedPackageSchema);

export type ReleasedPackage = z.infer<typeof ReleasedPackageSchema>;
