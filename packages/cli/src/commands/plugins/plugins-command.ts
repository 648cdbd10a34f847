import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addApproveCommand } from './approve.js';
import { addConfigCommand } from './config.js';
import { addDevCommand } from './dev/dev-command.js';
import { addHealthCommand } from './health.js';
import { addHistoryCommand } from './history.js';
import { addInfoCommand } from './info.js';
import { addAddCommand } from './add.js';
import { addRemoveCommand } from './remove.js';
import { addListCommand } from './list.js';
import { addLogsCommand } from './logs.js';
import { addRevokeCommand } from './revoke.js';
import { addSwitchCommands } from './switch.js';
import { addUpdateCommand } from './update.js';
import { addValidateCommand } from './validate.js';

/** `bourse plugins` and everything below it. */
export const addPluginsCommand: AddCommand = (program, handle) => {
  const plugins = program
    .command('plugins')
    .summary('see, add, approve and watch plugins')
    .description('See, add, approve and watch plugins. A plugin runs only after you have approved it.')
    .addHelpText(
      'after',
      examples({
        'bourse plugins': 'list all plugins',
        'bourse plugins info acme': 'what one may do, and what it may not',
        'bourse plugins add @acme/plugin-acme': 'take a package in; nothing of it is run',
        'bourse plugins approve acme': 'read what it asks for, and let it run',
      }),
    );
  for (const addCommand of [
    addListCommand,
    addInfoCommand,
    addAddCommand,
    addRemoveCommand,
    addUpdateCommand,
    addApproveCommand,
    addRevokeCommand,
    addSwitchCommands,
    addConfigCommand,
    addHealthCommand,
    addHistoryCommand,
    addLogsCommand,
    addValidateCommand,
    addDevCommand,
  ]) {
    addCommand(plugins, handle);
  }
};
