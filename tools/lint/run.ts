import { runSteps } from '../steps/run-steps.ts';
import { finish } from '../steps/summary.ts';
import { lintSteps } from './steps.ts';

finish(await runSteps(lintSteps()));
