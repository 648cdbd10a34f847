import { runCommand } from '../place/command.ts';
import { INSTALL_OPTIONS } from '../place/installed-bourse.ts';
import type { TrialStep } from './trial.ts';

/** What an author does, with the scripts of the plugin's own package.json. */
export const authorSteps: readonly TrialStep[] = [
  {
    name: 'install',
    // The packages are not saved, so that package.json stays as it was copied.
    run: ({ folder, packages }) =>
      runCommand('npm', ['install', '--no-save', ...INSTALL_OPTIONS, ...packages], { cwd: folder }),
  },
  npmScript('typecheck'),
  npmScript('build'),
  npmScript('test'),
  npmScript('validate'),
  { name: 'pack', run: ({ folder }) => runCommand('npm', ['pack', '--silent'], { cwd: folder }) },
];

function npmScript(name: string): TrialStep {
  return { name, run: ({ folder }) => runCommand('npm', ['run', '--silent', name], { cwd: folder }) };
}
