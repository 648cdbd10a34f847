// `npm run matrix`: every plugin on every core and contract, as released and as in the working tree. `--json` for machines;
// `--check` fails where docs/compatibility.md is not what comes out, in place of writing it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../read-arguments.ts';
import { ROOT } from '../root.ts';
import { CACHE } from './catalog/folders.ts';
import { pruneCache } from './catalog/prune-cache.ts';
import { digestInputs } from './inputs.ts';
import { runMatrix } from './matrix/run-matrix.ts';
import { renderPage } from './report/page.ts';
import { formatTable } from './report/table.ts';
import { toJson } from './report/to-json.ts';

const PAGE = join(ROOT, 'docs', 'compatibility.md');

const { values } = readArguments({
  options: { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
});
pruneCache(CACHE, Date.now());
const { cells, cores } = await runMatrix();
const wrong = cells.filter(({ ok }) => !ok).length;
const page = renderPage(cells, digestInputs());
const isCurrent = readFileSync(PAGE, 'utf8') === page;
if (!values.check && !isCurrent) writeFileSync(PAGE, page);
if (values.json) process.stdout.write(`${JSON.stringify(toJson(cells), null, 2)}\n`);
else process.stdout.write(`${[formatTable(cells), '', ...closingLines()].join('\n')}\n`);
if (wrong > 0 || (values.check && !isCurrent)) process.exitCode = 1;

function closingLines(): string[] {
  return [
    ...cores.flatMap(({ version, strays }) => strays.map((stray) => `core ${version} ran with ${stray}`)),
    wrong === 0
      ? `All ${cells.length} cells are as declared.`
      : `${wrong} of ${cells.length} cells are wrong.`,
    ...(values.check && !isCurrent
      ? ['docs/compatibility.md is not what comes out. Write it anew: npm run matrix']
      : []),
  ];
}
