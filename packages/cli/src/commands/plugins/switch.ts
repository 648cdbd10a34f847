import { printable, type PluginDetails, type PluginManager } from '@bourse/core';
import { sentence } from '../../output/sentence.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';

/** One command that changes the state of one plugin. */
interface Switch {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly change: (manager: PluginManager, id: string) => Promise<unknown>;
  readonly say: (plugin: PluginDetails) => string;
}

const SWITCHES: readonly Switch[] = [
  {
    name: 'enable',
    description: 'let a plugin run again that was disabled or quarantined',
    example: 'its former crashes are forgotten',
    change: (manager, id) => manager.switch.enable(id),
    say: ({ id }) => `${id} is enabled.`,
  },
  {
    name: 'disable',
    description: 'stop a plugin and keep it from running, in every running host',
    example: 'what it imported stays in the ledger',
    change: (manager, id) => manager.switch.disable(id),
    say: ({ id }) => `${id} is disabled. Let it run again: bourse plugins enable ${id}`,
  },
  {
    name: 'reload',
    description: 'start a plugin anew; where that fails the old one keeps running',
    example: 'does it start, with the version and settings that hold now?',
    change: (manager, id) => manager.switch.reload(id),
    say: ({ id, version }) => `${id} ${printable(version)} starts and runs.`,
  },
  {
    name: 'rollback',
    description: 'go back to the version that served before, and once more to the one before that',
    example: 'what is left behind serves again when you approve it',
    change: (manager, id) => manager.installer.rollBack(id),
    say: ({ id, version, pending }) =>
      `${id} is back at ${printable(version)}.${pending === undefined ? '' : ` ${printable(pending.version)} serves again when you approve it: bourse plugins approve ${id}`}`,
  },
];

/** `bourse plugins enable`, `disable`, `reload` and `rollback` */
export const addSwitchCommands: AddCommand = (plugins, handle) => {
  for (const { name, description, example, change, say } of SWITCHES) {
    plugins
      .command(name)
      .summary(description)
      .description(sentence(description))
      .argument('<id>', 'id of the plugin')
      .addHelpText('after', examples({ [`bourse plugins ${name} acme`]: example }))
      .action(
        handle(async (session, id: string) => {
          findPlugin(session.manager, id);
          await change(session.manager, id);
          const plugin = session.manager.info(id);
          return { json: plugin, lines: () => [say(plugin)] };
        }),
      );
  }
};
