import { printable } from '@bourse/core';
import type { View } from '../../answer.js';
import { prepareHome } from '../../host/home-folder.js';
import type { Session } from '../../host/session.js';
import type { Meaning } from '../../output/style.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { attempt, type Check } from './check.js';
import { checkConnections } from './check-connections.js';
import { checkClock, checkConfinement, checkDisk, checkHome, checkNode } from './check-machine.js';
import { checkPlugins } from './check-plugins.js';

/** `bourse doctor` */
export const addDoctorCommand: AddCommand = (program, handle) => {
  program
    .command('doctor')
    .summary('look over the installation and say what to mend')
    .description(
      'Look over the installation: Node, data folder, databases, confinement, disk, clock, every plugin, and every connection.',
    )
    .addHelpText('after', examples({ 'bourse doctor': 'ends with 1 where something does not work' }))
    .action(
      handle(async (session) => {
        const checks = await examine(session);
        return {
          json: { checks },
          isRefusal: checks.some(({ result }) => result === 'failure'),
          lines: (view) => checkLines(checks, view),
        };
      }),
    );
};

async function examine(session: Session): Promise<Check[]> {
  const { home } = session.environment;
  const look = [
    await attempt('Node', checkNode),
    await attempt('confinement', checkConfinement),
    await attempt('clock', () => checkClock(Date.now())),
    await attempt('data folder', () => checkHome(prepareHome(home))),
    await attempt('disk', () => checkDisk(home)),
    await attempt('host.db', () => ({
      name: 'host.db',
      result: 'ok',
      detail: `${session.manager.list().length} plugins known`,
    })),
    await attempt('ledger.db', () => ({
      name: 'ledger.db',
      result: 'ok',
      detail: `${session.ledger.listImports().length} imports`,
    })),
  ];
  const isOpen = look.every(({ name, result }) => name !== 'host.db' || result === 'ok');
  return isOpen
    ? [...look, ...(await checkPlugins(session.manager)), ...(await checkConnections(session))]
    : look;
}

const MARKS: Readonly<Record<Check['result'], readonly [mark: string, meaning: Meaning]>> = {
  ok: ['✓', 'good'],
  warning: ['!', 'warning'],
  failure: ['✗', 'bad'],
};

function checkLines(checks: readonly Check[], { style }: View): string[] {
  const width = checks.reduce((widest, { name }) => Math.max(widest, name.length), 0);
  const lines = checks.flatMap(({ name, result, detail, remedy }) => {
    const [mark, meaning] = MARKS[result];
    return [
      `${style(meaning, mark)} ${name.padEnd(width)}  ${printable(detail)}`,
      ...(remedy === undefined ? [] : [`  ${' '.repeat(width)}  → ${printable(remedy)}`]),
    ];
  });
  const isFine = checks.every(({ result }) => result === 'ok');
  return [...lines, '', isFine ? 'Everything is in order.' : 'What is marked wants a look.'];
}
