// `npm run bench`: what the system costs, against what it may cost. `--only <name>` for one row, `--json` for machines,
// `--seconds <n>` for a shorter look at what goes on and on, which is otherwise watched for a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../read-arguments.ts';
import { keepsLimit, type Figure } from './figure.ts';
import { toJson } from './report/json.ts';
import { formatFigures } from './report/table.ts';
import { ROWS } from './rows/index.ts';

const { values } = readArguments({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string', multiple: true, default: [] },
  },
});

if (process.platform !== 'linux')
  refuse('Memory and processes are read from /proc: npm run bench needs Linux.');
const seconds = Number(values.seconds);
if (!(seconds > 0)) refuse(`"${values.seconds}" is no number of seconds.`);
const unknown = values.only.filter((name) => !ROWS.some((row) => row.name === name));
if (unknown.length > 0)
  refuse(`There is no ${unknown.join(', ')}; there are ${ROWS.map(({ name }) => name).join(', ')}.`);

const figures: Figure[] = [];
for (const row of ROWS) {
  if (values.only.length > 0 && !values.only.includes(row.name)) continue;
  process.stderr.write(`measuring ${row.name} …\n`);
  const folder = mkdtempSync(join(tmpdir(), 'bourse-bench-'));
  try {
    figures.push(...(await row.measure(folder, { seconds })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const broken = figures.filter((figure) => !keepsLimit(figure)).length;
if (values.json) process.stdout.write(`${JSON.stringify(toJson(figures), null, 2)}\n`);
else
  process.stdout.write(
    `${formatFigures(figures)}\n\n${broken === 0 ? 'All limits are kept.' : `${broken} limits are broken.`}\n`,
  );
process.exitCode = broken === 0 ? 0 : 1;

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
