import { runSteps } from '../steps/run-steps.ts';
import { finish } from '../steps/summary.ts';
import { typecheckSteps } from './steps.ts';

finish(await runSteps(typecheckSteps()));
