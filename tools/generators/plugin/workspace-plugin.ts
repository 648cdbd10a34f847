import { completeAnswers, renderPlugin, type Wishes } from 'create-bourse-plugin';

/** What stands in a repository of its own and not in a folder of this one. */
const ELSEWHERE = /^(\.changeset\/|\.github\/|\.gitignore$)/;

/** What this repository has at its root. */
const AT_ROOT = ['node', '@types/node'];

/**
 * The files of a new plugin of this repository, by their paths from its root.
 * @param taken Ids of the plugins that there are
 * @throws Refusal of create-bourse-plugin
 */
export function renderWorkspacePlugin(
  wishes: Wishes,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const answers = completeAnswers({ ...wishes, name: `@bourse/plugin-${wishes.name}` }, taken);
  const { id } = answers;
  const files = [...renderPlugin(answers)];
  const own = files
    .filter(([path]) => !ELSEWHERE.test(path))
    .map(
      ([path, text]) => [`plugins/${id}/${path}`, path === 'package.json' ? adapted(text) : text] as const,
    );
  const changeset = files.find(([path]) => path === '.changeset/first-release.md')?.[1] ?? '';
  return new Map([...own, [`.changeset/plugin-${id}-first-release.md`, changeset]]);
}

function adapted(text: string): string {
  const { scripts, devDependencies, ...rest } = JSON.parse(text);
  const { changeset: _, ...kept } = scripts;
  const tools = Object.entries(devDependencies).filter(([name]) => !AT_ROOT.includes(name));
  const nx = { tags: ['layer:plugin'] };
  return JSON.stringify({ ...rest, nx, scripts: kept, devDependencies: Object.fromEntries(tools) });
}
