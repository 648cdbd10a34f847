// What `changeset version` writes into changelogs: the words of the changesets, and no numbers of commits.

/**
 * The words of a changeset as an item of a list, its further lines below the first; where they are a list, as its items.
 *
 * @param {{ readonly summary: string, readonly commit?: string }} changeset
 */
export async function getReleaseLine({ summary }) {
  if (summary.trimStart().startsWith('- ')) return summary.trim();
  const [first, ...rest] = summary.trim().split('\n');
  return [`- ${first.trim()}`, ...rest.map((line) => (line === '' ? line : `  ${line.trimEnd()}`))].join(
    '\n',
  );
}

/**
 * Which packages of ours are installed with it.
 *
 * @param {readonly unknown[]} _changesets
 * @param {readonly { readonly name: string, readonly newVersion: string }[]} dependenciesUpdated
 */
export async function getDependencyReleaseLine(_changesets, dependenciesUpdated) {
  if (dependenciesUpdated.length === 0) return '';
  const versions = dependenciesUpdated.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
  return `- Comes with ${new Intl.ListFormat('en').format(versions)}.`;
}
