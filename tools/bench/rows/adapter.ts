import { join } from 'node:path';
import { PluginManager, SERVED_CONTRACTS } from '@bourse/core';
import { NEXT_CONTRACT } from '../../compat-matrix/next-contract/next-contract.ts';
import { writePackage } from '../../security/scene/write-package.ts';
import { alternate, inARow } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { ECHO_SCRIPT, NEXT_ECHO_SCRIPT } from '../scene/toy-plugins.ts';

/** Calls in a row that one run is made of. */
const CALLS = 250;

/** What is asked, in the words of 2.0: about 1 KB, the opaque position in a list. */
const QUESTION = { after: 'x'.repeat(1_000) };

export const adapter: Row = {
  name: 'adapter',
  async measure(folder) {
    const plugins = join(folder, 'plugins');
    const services = { services: ['transaction'], statements: undefined };
    const write = (id: string, script: string, api: string): string =>
      writePackage(plugins, { id, script, manifest: { ...services, api } });
    write('adapted', ECHO_SCRIPT, '>=1.0.0 <2.0.0');
    write('native', NEXT_ECHO_SCRIPT, '>=2.0.0 <3.0.0');
    const manager = new PluginManager(
      { home: join(folder, 'home'), folders: [plugins], vault: { keychain: false } },
      { contracts: [...SERVED_CONTRACTS, NEXT_CONTRACT] },
    );
    for (const id of ['adapted', 'native']) await manager.installer.approve(id);
    const ask = (id: string) => () => manager.call(id, 'transaction', 'listTransactions', QUESTION);
    const times = await alternate(
      { adapted: inARow(CALLS, ask('adapted')), native: inARow(CALLS, ask('native')) },
      { rounds: 151, warmUp: 30 },
    );
    await manager.close();
    const each = (milliseconds: number): number => (milliseconds / CALLS) * 1_000;
    return [
      {
        name: 'adapter',
        value: times.adapted / times.native,
        unit: 'x',
        limit: 1.1,
        what: 'a call in the words of contract 2.0 to a plugin of 1.x, translated there and back : the same call to a plugin of 2.0',
      },
      { name: 'adapter.adapted', value: each(times.adapted), unit: 'µs', what: 'to a plugin of 1.x' },
      { name: 'adapter.native', value: each(times.native), unit: 'µs', what: 'to a plugin of 2.0' },
    ];
  },
};
