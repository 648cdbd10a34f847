import { runTrial, type ListedAttack, type Trial } from './run-trial.ts';

/** What is said about one hostile plugin. */
export interface Verdict {
  readonly name: string;
  readonly family: string;
  readonly aim: string;
  readonly belt: string;
  /** With all that should hold in place nothing was reached, whatever the observer looked for. */
  readonly contained: boolean;
  /** With the belt taken away the attack reached its aim. */
  readonly control: boolean;
  /** A healthy plugin was answered rightly, and within a second, all the time. */
  readonly hostAnswered: boolean;
  /** What the host said, and what the control showed. */
  readonly finding: string;
}

/** Lets an attack happen with and without the belt that stops it. */
export async function judge(listed: ListedAttack): Promise<Verdict> {
  const { attack, family } = listed;
  const held = await runTrial(listed, false);
  const open = await runTrial(listed, true);
  return {
    name: attack.name,
    family,
    aim: attack.aim,
    belt: attack.belt,
    contained: held.harm === undefined && held.traces.length === 0 && held.failure === undefined,
    control: open.harm !== undefined,
    hostAnswered: held.unhealthy === undefined && held.failure === undefined,
    finding: findingOf(held, open),
  };
}

export function isGood({ contained, control, hostAnswered }: Verdict): boolean {
  return contained && control && hostAnswered;
}

function findingOf(held: Trial, open: Trial): string {
  const wrong = [held.harm, ...held.traces, held.unhealthy, held.failure].filter(
    (text) => text !== undefined,
  );
  const said = wrong.length > 0 ? `NOT HELD: ${wrong.join('; ')}` : describe(held);
  const control = open.harm ?? `nothing was seen (${open.failure ?? describe(open)})`;
  return `${said} | without the belt: ${control}`;
}

/** What the host made of it, on one line. */
function describe({ outcome }: Trial): string {
  if (outcome === undefined) return 'no outcome';
  if ('value' in outcome) return 'the host was handed nothing of it';
  return `${outcome.code}: ${outcome.message}`.replaceAll(/\s+/g, ' ').slice(0, 160);
}
