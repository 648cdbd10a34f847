import { pluginFolders } from '../bootstrap/plugin-folders.mjs';
import { ROOT } from '../root.ts';
import { commandStep } from '../steps/command-step.ts';
import type { Step } from '../steps/step.ts';

/** Packages and tools with their tests, and each plugin by itself, since it is to be copied out. */
export function typecheckSteps(): Step[] {
  return [
    commandStep('types of packages and tools', 'tsc', ['--build', 'tsconfig.json']),
    ...pluginFolders(ROOT).map((folder) =>
      commandStep(`types of ${folder}`, 'tsc', ['--noEmit', '--project', folder]),
    ),
  ];
}
