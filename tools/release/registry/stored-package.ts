/** What a registry tells of a package, as far as npm, changesets and `bourse` ask. */
export interface StoredPackage {
  readonly name: string;
  readonly 'dist-tags': Record<string, string>;
  readonly versions: Record<string, unknown>;
  /** Instants by version; npm shows them. */
  readonly time: Record<string, string>;
}

/** What `npm publish` sends: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md */
export interface Publication {
  readonly name: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, unknown>>;
  /** Archives in base64, by file name. */
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** A version that is there already, which nobody may change. */
export class VersionTaken extends Error {}

/** A package with what was published: versions are added, never changed. @throws VersionTaken */
export function withPublication(
  stored: StoredPackage | undefined,
  { name, versions, 'dist-tags': tags }: Publication,
  at: string,
): StoredPackage {
  const taken = Object.keys(versions).find((version) => stored?.versions[version] !== undefined);
  if (taken !== undefined) throw new VersionTaken(`${name} ${taken} is there already`);
  const time = Object.fromEntries(Object.keys(versions).map((version) => [version, at]));
  return {
    name,
    'dist-tags': { ...stored?.['dist-tags'], ...tags },
    versions: { ...stored?.versions, ...versions },
    time: { ...stored?.time, ...time },
  };
}
