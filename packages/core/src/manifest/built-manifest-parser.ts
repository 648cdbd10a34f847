import { z } from 'zod';
import { BuiltManifestSchema } from '../interfaces/manifest/manifest.js';

/** Compiling costs as much as reading some hundred manifests without; a host with few plugins never gets there. */
const READS_BEFORE_COMPILING = 100;

let reads = 0;
let schema: typeof BuiltManifestSchema = BuiltManifestSchema;

/** Checks the fields of a built manifest. */
export function parseBuiltManifest(fields: unknown): ReturnType<typeof BuiltManifestSchema.safeParse> {
  reads += 1;
  if (reads === READS_BEFORE_COMPILING) schema = z.core.compile(BuiltManifestSchema);
  return schema.safeParse(fields);
}
