// `npm run faults`: faults in plugins, cells and machine while healthy plugins are called. Words after `--` choose some
// kinds by name, `--count` says how many faults, `--json` prints for machines.
import { readArguments } from '../read-arguments.ts';
import { listFaults } from './list-faults.ts';
import { findShortfalls } from './report/judge.ts';
import { formatReport } from './report/table.ts';
import { runFaults } from './run-faults.ts';

/** What a user would call an answer at once. */
const LATEST_MS = 1_000;

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    lanes: { type: 'string', default: '4' },
  },
});

if (process.platform !== 'linux') {
  process.stderr.write('The observer reads /proc: npm run faults needs Linux.\n');
  process.exit(2);
}

const faults = (await listFaults()).filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
);
if (faults.length === 0) {
  process.stderr.write(`No kind of fault is called ${positionals.join(' or ')}.\n`);
  process.exit(2);
}

const [total, rounds, lanes] = [values.count, values.rounds, values.lanes].map(Number);
if (!isCount(total) || !isCount(rounds) || !isCount(lanes)) {
  process.stderr.write('--count, --rounds and --lanes are whole numbers from 1 on.\n');
  process.exit(2);
}

const report = await runFaults({
  faults,
  total,
  rounds,
  lanes,
  latestMs: LATEST_MS,
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
const shortfalls = findShortfalls(report);
const rows = report.records.map(({ fault, injected, healthy }) => ({
  fault: fault.name,
  injected,
  healthyCalls: healthy.calls,
  failed: healthy.failed,
}));

if (values.json)
  process.stdout.write(`${JSON.stringify(rows, null, 2)}
`);
(values.json ? process.stderr : process.stdout).write(`${formatReport(report)}
`);
for (const { fault, healthy } of report.records) {
  for (const reason of healthy.reasons) process.stderr.write(`while ${fault.name}: ${reason}\n`);
}
for (const shortfall of shortfalls) process.stderr.write(`✗ ${shortfall}\n`);
if (report.hostOutput !== '') process.stderr.write(`The host wrote:\n${report.hostOutput}\n`);
process.exitCode = shortfalls.length > 0 ? 1 : 0;

function isCount(value: number | undefined): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}
