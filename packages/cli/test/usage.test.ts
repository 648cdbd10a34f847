import { describe, expect, test } from '@jest/globals';
import { runInside } from './run-inside.js';

describe('wrong usage ends with 2 and says what was probably meant', () => {
  test.each([
    ['prase x', "Unknown command 'prase'.", 'Did you mean parse?'],
    ['plugins ino', "Unknown command 'ino'.", 'Did you mean info?'],
    ['plugins info', "Missing required argument 'id'.", 'See "bourse plugins info --help".'],
    ['parse', "Missing required argument 'file'.", 'See "bourse parse --help".'],
    ['help prtfolio', "Unknown command 'prtfolio'.", 'Did you mean portfolio?'],
    ['help plugins xyzzy', "Unknown command 'xyzzy'.", 'See "bourse plugins --help".'],
    ['xyzzy', "Unknown command 'xyzzy'.", 'See "bourse --help".'],
    ['plugins xyzzy', "Unknown command 'xyzzy'.", 'See "bourse plugins --help".'],
    ['parse --jsn x', "Unknown option '--jsn'.", 'Did you mean --json?'],
    ['import', 'No file was named.', 'Name one, or a plugin that needs none: bourse import --help'],
    ['import --undo 1 a.csv', '--undo takes no file; nothing was done.', 'Type one command for each.'],
    ['import --list a.csv', '--list takes no file; nothing was done.', 'Type one command for each.'],
    [
      'import --undo 1 --list',
      "Option '--undo <id>' cannot be used with option '--list'.",
      'See "bourse import --help".',
    ],
    [
      'import --undo x',
      "Option '--undo <id>' argument 'x' is invalid. Write a whole number above zero.",
      'See "bourse import --help".',
    ],
    [
      'cash --since 2024-02-30',
      "Option '--since <day>' argument '2024-02-30' is invalid. Write a day that exists as in 2024-12-31.",
      'See "bourse cash --help".',
    ],
    [
      'cash --base BTC',
      "Option '--base <currency>' argument 'BTC' is invalid. Write an ISO 4217 code such as EUR or USD.",
      'See "bourse cash --help".',
    ],
    [
      'cash --since 2024-02-01 --until 2024-01-01',
      'There is no day from 2024-02-01 until 2024-01-01.',
      'Give the earlier day to --since.',
    ],
  ])('%s', async (line, message, remedy) => {
    const { status, stdout, stderr } = await runInside(line.split(' '));
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `✗ USAGE  ${message}\n  → ${remedy}\n`,
    });
  });

  test('as JSON where JSON was asked for', async () => {
    const { status, stdout } = await runInside(['prase', '--json']);
    expect({ status, answer: JSON.parse(stdout) }).toEqual({
      status: 2,
      answer: {
        problems: [
          {
            code: 'USAGE',
            message: "Unknown command 'prase'.",
            remedy: 'Did you mean parse?',
            retry: 'never',
          },
        ],
      },
    });
  });

  test('with the help where no command was given', async () => {
    const { status, stdout, stderr } = await runInside([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: bourse');
  });
});

describe('help', () => {
  const COMMANDS = [
    'parse',
    'import',
    'connect',
    'connections',
    'sync',
    'quotes',
    'history',
    'forget',
    'portfolio',
    'transactions',
    'dividends',
    'fees',
    'cash',
    'transfers',
    'actions',
    'duplicates',
    'backup',
    'plugins',
    'audit',
    'doctor',
    'demo',
    'replay',
  ];

  const OF_PLUGINS = [
    'info',
    'add',
    'remove',
    'approve',
    'enable',
    'disable',
    'reload',
    'rollback',
    'config',
    'health',
    'history',
    'logs',
    'validate',
  ];

  test('names every command', async () => {
    const { stdout } = await runInside(['--help']);
    const named = stdout.split('\n').flatMap((line) => /^ {2}([a-z]+)[ [<]/.exec(line)?.[1] ?? []);
    expect(named).toEqual([...COMMANDS, 'help']);
  });

  test.each(COMMANDS)('of %s teaches by example', async (command) => {
    const { status, stdout, stderr } = await runInside([command, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: bourse ${command}`);
    expect(stdout).toContain(`  $ bourse ${command}`);
  });

  test.each(OF_PLUGINS)('of plugins %s teaches by example', async (command) => {
    expect((await runInside(['plugins', command, '--help'])).stdout).toContain(
      `  $ bourse plugins ${command}`,
    );
  });

  test.each([...COMMANDS, ...OF_PLUGINS.map((command) => `plugins ${command}`)])(
    'of %s says in sentences what it does',
    async (command) => {
      const { stdout } = await runInside([...command.split(' '), '--help']);
      const [, description = ''] = stdout.split('\n\n');
      expect(description).toMatch(/^[A-Z][^]*\.$/);
    },
  );

  test('explains commands below a command too', async () => {
    const { status, stdout } = await runInside(['help', 'plugins', 'approve']);
    expect(status).toBe(0);
    expect(stdout).toBe((await runInside(['plugins', 'approve', '--help'])).stdout);
  });

  test('opens no data folder', async () => {
    expect((await runInside(['help', 'import'], { BOURSE_HOME: '/proc/none' })).status).toBe(0);
  });
});

test('the version is that of the package', async () => {
  const { status, stdout } = await runInside(['--version']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
