// `npm run tutorial`: does all that docs/tutorial.md tells its reader to do, in an empty folder outside the repository,
// with packages of the working tree, and says how long each step takes. `--json` for machines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../read-arguments.ts';
import { ROOT } from '../root.ts';
import { readSteps } from './page/read-steps.ts';
import { changedFiles, digestFiles } from './place/installed-files.ts';
import { openReaderPlace } from './place/reader-place.ts';
import { Shell } from './place/shell.ts';
import { measureFirstPortfolio, MOST } from './report/first-portfolio.ts';
import { stepLines, summaryLines } from './report/text.ts';
import { PageFollower } from './steps/follow-page.ts';

const { values } = readArguments({ options: { json: { type: 'boolean', default: false } } });
const steps = readSteps(readFileSync(join(ROOT, 'docs', 'tutorial.md'), 'utf8'));

await using place = await openReaderPlace();
let section = '';
let installed = digestFiles(place.installed);
const outcomes = await new PageFollower(new Shell(place.folder, place.environment)).follow(
  steps,
  (outcome) => {
    if (!values.json) print(stepLines(outcome, section));
    ({ section } = outcome);
    if (installed.size === 0) installed = digestFiles(place.installed);
  },
);
const first = measureFirstPortfolio(outcomes);
const changed = changedFiles(installed, digestFiles(place.installed));
if (values.json)
  print([
    JSON.stringify(
      { firstPortfolio: first, most: MOST, changedFilesOfBourse: changed, steps: outcomes },
      null,
      2,
    ),
  ]);
else print(summaryLines(first, changed));
const isWithin = first !== undefined && first.seconds <= MOST.seconds && first.commands <= MOST.commands;
if (!isWithin || installed.size === 0 || changed.length > 0 || outcomes.some(({ ok }) => !ok))
  process.exitCode = 1;

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
