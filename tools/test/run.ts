// `npm test`: every check and every test but the long ones.
import { lintSteps } from '../lint/steps.ts';
import { runSteps } from '../steps/run-steps.ts';
import { finish, sum } from '../steps/summary.ts';
import { typecheckSteps } from '../typecheck/steps.ts';
import { buildStep } from './build-step.ts';
import { runJest } from './jest-step.ts';

const checks = await Promise.all([runSteps(lintSteps()), runSteps([buildStep, ...typecheckSteps()])]);
finish(sum([...checks, await runJest([])]));
