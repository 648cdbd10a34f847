import { HEALTH_METHOD, SERVICE_METHODS } from '@bourse/core/interfaces';
import type { PluginServices } from '../../call-method.js';
import { copyJson } from '../../copy-json.js';
import type { ContractCase } from '../contract-case.js';
import type { Subject } from '../subject.js';
import { demand } from '../violation.js';

/** What the plugin says it is, and what it is. */
export const definitionCases: readonly ContractCase[] = [
  {
    number: 101,
    title: 'the definition is of the type of plugin.json',
    run: async ({ contract: { plugin }, manifest }) => {
      demand(typeof plugin.activate === 'function', 'the definition has no activate');
      demand(['undefined', 'function'].includes(typeof plugin.deactivate), 'deactivate is no function');
      demand(
        manifest.type === plugin.type,
        `the definition is of the type "${String(plugin.type)}", plugin.json says "${manifest.type}"`,
      );
      const isNamed = manifest.type !== 'broker' || manifest.institution !== undefined;
      demand(isNamed, 'plugin.json names no institution');
    },
  },
  {
    number: 102,
    title: 'the id is the package name without its prefix',
    run: async (subject) => {
      const { name } = JSON.parse(subject.readText('package.json')) as { name: string };
      const id = name.replace(/^@[^/]+\//, '').replace(/^(bourse-)?plugin-/, '');
      demand(subject.manifest.id === id, `plugin.json says "${subject.manifest.id}", package.json "${name}"`);
    },
  },
  {
    number: 103,
    title: 'the services that plugin.json declares are offered, and no others',
    run: (subject) =>
      subject.withServices(async (services) => {
        const { health: _, ...offered } = services;
        const names = Object.keys(offered).sort().join(', ');
        const declared = [...subject.declaredServices].sort().join(', ');
        demand(declared !== '', 'plugin.json declares no service');
        demand(names === declared, `declared are ${declared}; offered are ${names}`);
        for (const name of subject.declaredServices) demandMethods(services, name);
        const isReported = subject.manifest.portfolio === 'reported';
        demand(
          isReported === 'portfolio' in offered,
          '"portfolio": "reported" and the portfolio service go together',
        );
      }),
  },
  {
    number: 104,
    title: 'every format of plugin.json has a fixture, and every fixture a format',
    applies: ({ contract }) => contract.plugin.type === 'broker',
    run: async ({ manifest, fixtures }) => {
      const declared = new Set(manifest.statements?.map(({ format }) => format));
      const tested = new Set(fixtures.map(({ format }) => format));
      for (const format of declared) demand(tested.has(format), `no fixture has the format ${format}`);
      for (const format of tested) demand(declared.has(format), `plugin.json declares no format ${format}`);
    },
  },
  {
    number: 108,
    title: 'deactivate closes what activate opened',
    run: (subject) =>
      subject.withServices(async (_, host) => {
        await host.deactivate();
        const { pendingTimers } = host.clock;
        demand(pendingTimers === 0, `${pendingTimers} timers go on after deactivate`);
      }),
  },
  {
    number: 109,
    title: 'the health call answers as the contract says',
    run: (subject) =>
      subject.withServices(async ({ health }) => {
        if (health === undefined) return;
        const checked = HEALTH_METHOD.answer.safeParse(copyJson(await health()));
        demand(checked.success, `health breaks the contract: ${checked.error?.message}`);
      }),
  },
];

function demandMethods(services: PluginServices, name: Subject['declaredServices'][number]): void {
  const service = services[name];
  for (const [method, { optional }] of Object.entries(SERVICE_METHODS[name])) {
    const offered: unknown = service === undefined ? undefined : Reflect.get(service, method);
    const isRight = typeof offered === 'function' || (optional && offered === undefined);
    demand(isRight, `${name}.${method} is no function`);
  }
}
