// `npm run docs`: writes the generated pages.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { PAGES } from './pages.ts';

for (const [path, render] of Object.entries(PAGES)) {
  writeFileSync(join(ROOT, 'docs', path), render());
  console.log(`docs/${path}`);
}
