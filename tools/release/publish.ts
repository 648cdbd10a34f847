// `npm run release:publish`: publishes each package whose version the registry does not have, as it was built just now,
// and tags the commit with it. In a workflow each package.json is told for that the repository that it comes from.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../root.ts';
import { repositoryField } from './place/repository-field.ts';
import { publishedPackages } from './published-packages.ts';

for (const { folder } of publishedPackages(ROOT)) {
  const repository = repositoryField(process.env, relative(ROOT, folder));
  if (repository === undefined) continue;
  const file = join(folder, 'package.json');
  const fields = { ...JSON.parse(readFileSync(file, 'utf8')), repository };
  writeFileSync(file, `${JSON.stringify(fields, null, 2)}\n`);
}
const { status } = spawnSync('changeset', ['publish'], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
