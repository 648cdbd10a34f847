import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { shortcomingsOf } from './findings.js';

/** What installing would run or bring along. */
const INSTALL_CODE = 'LIFECYCLE_SCRIPT_REFUSED';

/** The package, as whoever takes it sees it. */
export const packageRules: readonly QualityRule[] = [
  {
    code: 'BQ001',
    level: 'bronze',
    title: 'the plugin is built from its sources',
    remedy: 'Mend the source, then run `bourse-plugin build`.',
    needs: 'files',
    check: async (plugin) => {
      const built = await plugin.build();
      return 'folder' in built ? [] : shortcomingsOf(built);
    },
  },
  {
    code: 'BQ002',
    level: 'bronze',
    title: 'two builds in two folders give the same bytes',
    remedy:
      'Take out of the sources what is another one at each build: a date, a random number, the name of a folder.',
    needs: 'bundle',
    check: async (plugin) => {
      const first = await plugin.built();
      const second = await plugin.build('second/elsewhere/copy');
      if ('folder' in second && second.result.digest === first.result.digest) return [];
      return [{ place: 'dist/manifest.json', message: 'Two builds of the same sources differ.' }];
    },
  },
  {
    code: 'BQ003',
    level: 'bronze',
    title: 'a host takes the package: manifest, digests and script are right',
    remedy: 'Mend what is named; `bourse-plugin validate` tells the same.',
    needs: 'bundle',
    check: async (plugin) =>
      shortcomingsOf((await plugin.inspect()).findings.filter(({ code }) => code !== INSTALL_CODE)),
  },
  {
    code: 'BQ004',
    level: 'bronze',
    title: 'installing the package runs nothing and brings nothing else along',
    remedy: 'Make it a devDependency: what a plugin needs at run time is in its bundle.',
    needs: 'bundle',
    check: async (plugin) =>
      shortcomingsOf((await plugin.inspect()).findings.filter(({ code }) => code === INSTALL_CODE)),
  },
  {
    code: 'BQ005',
    level: 'bronze',
    title: 'it says what it is, under which licence, and by whom it can be found',
    remedy: 'Fill the field in package.json; put the text of the licence into LICENSE.',
    needs: 'files',
    check: (plugin) => {
      const facts = plugin.readJson('package.json');
      const lacking = ['description', 'license'].filter((field) => !isText(facts[field]));
      return [
        ...lacking.map((field) => ({ place: 'package.json', message: `"${field}" is missing.` })),
        ...wrongRepository(facts['repository']),
        ...(existsSync(join(plugin.folder, 'LICENSE'))
          ? []
          : [{ place: 'LICENSE', message: 'There is no such file.' }]),
      ];
    },
  },
];

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A repository that is named can be opened in a browser. */
function wrongRepository(repository: unknown): Shortcoming[] {
  if (repository === undefined) return [];
  const url =
    typeof repository === 'object' && repository !== null && 'url' in repository
      ? repository.url
      : repository;
  if (typeof url === 'string' && /^(git\+)?https:\/\//.test(url)) return [];
  return [{ place: 'package.json', message: `"repository" is no https address: ${JSON.stringify(url)}.` }];
}
