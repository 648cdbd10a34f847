// `npm run docs`: writes the generated pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../root.ts';
import { PAGES } from './pages.ts';

for (const [path, render] of Object.entries(PAGES)) {
  mkdirSync(dirname(join(ROOT, 'docs', path)), { recursive: true });
  writeFileSync(join(ROOT, 'docs', path), render());
  console.log(`docs/${path}`);
}
