// `npm run api-report`: writes the reports of what authors of plugins use.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { ROOT } from '../root.ts';
import { extractCurrentReports, reportPath } from './current-reports.ts';

for (const [entry, report] of extractCurrentReports()) {
  const path = reportPath(entry);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, report);
  console.log(relative(ROOT, path));
}
