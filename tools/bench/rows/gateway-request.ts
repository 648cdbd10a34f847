import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Figure } from '../figure.ts';
import { median } from '../measure/median.ts';
import { quantile } from '../measure/quantile.ts';
import type { Row } from '../row.ts';
import { API_ORIGIN } from '../scene/acme-emulator.ts';
import { AcmeInstitution } from '../scene/acme-institution.ts';
import { OnlineHost } from '../scene/online-host.ts';

/** Requests of one turn, one after the other. */
const REQUESTS = 100;
const TURNS = 15;
/** Turns before those that count. */
const WARM_UP = 15;
/** Before each turn, in milliseconds: the host holds back a cell that asks more than 1,000 times a second for long. */
const PAUSE_MS = 100;

/** What some turns showed, each time in microseconds. */
interface Measured {
  /** From one request to the next as the institution sees them: what a whole request costs, whatever clock who asks has. */
  readonly cycles: number[];
  /** Time of the processor that this process took for a request, of each turn. */
  readonly cpu: number[];
}

/** Asks so many times, one after the other. */
type Asker = (count: number) => Promise<unknown>;

export const gatewayRequest: Row = {
  name: 'gateway-request',
  async measure(folder) {
    return [
      ...(await measureOver('gateway-request', join(folder, 'plain'), false)),
      ...(await measureOver('gateway-request-tls', join(folder, 'tls'), true)),
    ];
  },
};

async function measureOver(name: string, folder: string, tls: boolean): Promise<Figure[]> {
  const institution = await AcmeInstitution.start({ tls });
  const host = await OnlineHost.start(folder, institution);
  const connection = await host.connect();
  const agent = agentOf(institution);
  const url = `${institution.origins[API_ORIGIN]}/prices`;
  try {
    const measured = await alternate(institution, {
      undici: (count) => askUndici(agent, url, count),
      cell: (count) => host.ask(connection, '/prices', count),
      signed: (count) => host.ask(connection, '/signed', count),
    });
    return figuresOf(name, tls ? 'over TLS on loopback' : 'on loopback', measured);
  } finally {
    await Promise.all([host.close(), agent.destroy()]);
    await institution.stop();
  }
}

function agentOf({ certificateAuthority }: AcmeInstitution): Agent {
  return new Agent(certificateAuthority === undefined ? {} : { connect: { ca: certificateAuthority } });
}

async function askUndici(agent: Agent, url: string, count: number): Promise<void> {
  const { origin, pathname } = new URL(url);
  for (let asked = 0; asked < count; asked += 1) {
    const { body } = await agent.request({ origin, path: pathname, method: 'GET' });
    await body.arrayBuffer();
  }
}

/** Lets all ask by turns. */
async function alternate<Name extends string>(
  institution: AcmeInstitution,
  askers: Readonly<Record<Name, Asker>>,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(askers) as Name[];
  const measured = new Map(names.map((name): [Name, Measured] => [name, { cycles: [], cpu: [] }]));
  for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
    for (const [name, { cycles, cpu }] of measured) {
      await wait(PAUSE_MS);
      const before = process.cpuUsage();
      await askers[name](REQUESTS);
      const { user, system } = process.cpuUsage(before);
      const arrivals = await institution.takeArrivals();
      if (arrivals.length !== REQUESTS) throw new Error(`${arrivals.length} requests came`);
      if (turn < WARM_UP) continue;
      cpu.push((user + system) / REQUESTS);
      cycles.push(...arrivals.slice(1).map((at, index) => (at - (arrivals[index] ?? 0)) * 1_000));
    }
  }
  return Object.fromEntries(measured) as Record<Name, Measured>;
}

function figuresOf(
  name: string,
  where: string,
  measured: Record<'undici' | 'cell' | 'signed', Measured>,
): Figure[] {
  const { undici, cell, signed } = measured;
  const signing = signed.cpu.map((cpu, turn) => cpu - (cell.cpu[turn] ?? 0));
  return [
    {
      name,
      value: median(cell.cycles) / median(undici.cycles),
      unit: 'x',
      limit: 1.5,
      what: `a request of a cell through the gateway ${where}, answered by 2 KB : the same by the host with undici; the middle of each`,
    },
    {
      name: `${name}.signing`,
      value: median(signing),
      unit: 'µs',
      what: 'what the host computes longer for a signed request as a whole: the vault, the audit and the search included',
    },
    ...(['cell', 'signed', 'undici'] as const).flatMap((who): Figure[] => [
      { name: `${name}.${who}`, value: median(measured[who].cycles), unit: 'µs', what: `${WHO[who]}, p50` },
      {
        name: `${name}.${who}-p99`,
        value: quantile(measured[who].cycles, 0.99),
        unit: 'µs',
        what: `${WHO[who]}, p99`,
      },
      {
        name: `${name}.${who}-cpu`,
        value: median(measured[who].cpu),
        unit: 'µs',
        what: `${WHO[who]}, time of the processor in the host`,
      },
    ]),
  ];
}

const WHO = {
  cell: 'of the cell',
  signed: 'of the cell, signed',
  undici: 'of the host with undici',
} as const;
