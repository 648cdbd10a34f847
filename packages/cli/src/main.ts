import { EXIT_CODES } from './exit-codes.js';
import { toFailure } from './failure.js';
import { problemLines } from './output/problem-lines.js';
import { createStyle } from './output/style.js';
import { collectEarly } from './program/collect-early.js';
import { run } from './run.js';

// Whatever goes wrong behind our back is a defect of ours; a stack helps only whoever looks for it.
process.on('uncaughtException', (error) => {
  const lines = problemLines(toFailure(error), 'failure', createStyle(false));
  const stack = process.env['BOURSE_DEBUG'] === undefined ? [] : [error.stack ?? ''];
  process.stderr.write(`${[...lines, ...stack].join('\n')}\n`);
  process.exit(EXIT_CODES.refused);
});

collectEarly();
process.exitCode = await run(process.argv.slice(2), process);
