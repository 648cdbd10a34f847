/** Where a package is developed, as npm compares it with the provenance of what is published. */
export interface RepositoryField {
  readonly type: 'git';
  readonly url: string;
  readonly directory: string;
}

/**
 * The field `repository` of a package that a workflow publishes; undefined where none does.
 *
 * @param directory Of the package, relative to the root of the repository
 */
export function repositoryField(
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: Readonly<Record<string, string | undefined>>,
  directory: string,
): RepositoryField | undefined {
  if (server === undefined || repository === undefined) return undefined;
  return { type: 'git', url: `git+${server}/${repository}.git`, directory };
}
