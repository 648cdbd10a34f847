import { commandStep } from '../steps/command-step.ts';
import type { Step } from '../steps/step.ts';
import { eslintStep } from './eslint-step.ts';
import { institutionStep } from './institution-step.ts';

export function lintSteps(): Step[] {
  return [
    commandStep('formatting', 'prettier', ['--check', '--log-level=warn', '.']),
    eslintStep,
    institutionStep,
  ];
}
