import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError, type LogInAnswer, type SecondFactor } from '../../interfaces/index.js';

/** How long the host waits for an approval in the institution's own app, in milliseconds. */
const APPROVAL_MS = 120_000;

/** Between two questions whether a login was approved, where the plugin does not say. */
const POLL_MS = 5_000;

/** Rounds of a login before the plugin is taken to turn in circles. */
const MAX_STEPS = 200;

/** What the institution asks the user for. */
export interface AskedCode {
  readonly method: SecondFactor;
  /** What the manifest calls it, and what the institution says of it: texts of strangers. */
  readonly label: string;
  readonly message?: string;
}

/** How the user takes part in a login. */
export interface LogInOptions {
  /** Asks for a code; undefined where he gives none. Default: nobody can be asked. */
  readonly askCode?: (asked: AskedCode) => Promise<string | undefined>;
  /** Told once that the login waits for an approval elsewhere. */
  readonly onApprovalNeeded?: (message: string | undefined) => void;
  /** Milliseconds that an approval is waited for. */
  readonly approvalMs?: number;
  readonly signal?: AbortSignal;
  /** Default: real time. */
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/** A credential that the user gives for each login. */
export interface OnceGiven {
  readonly name: string;
  readonly label: string;
  readonly isOptional: boolean;
}

/** What a login needs of the plugin and of the gateway. */
export interface LogInPorts {
  readonly call: (method: 'logIn' | 'continueLogIn', request: object) => Promise<LogInAnswer>;
  /** What the user gives for each login. */
  readonly once: readonly OnceGiven[];
  /** Gives a code to the gateway, which alone places it. */
  readonly give: (name: string, code: Uint8Array) => void;
  readonly now: () => number;
}

/**
 * Logs in, with whatever second factor the institution wants.
 *
 * @throws ProblemError what the plugin says; AUTH_SECOND_FACTOR_REQUIRED where a code or an approval does not come
 */
export async function logIn(ports: LogInPorts, options: LogInOptions): Promise<void> {
  const deadline = new ApprovalDeadline(ports, options);
  let answer = await ports.call('logIn', {});
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (answer.outcome === 'LOGGED_IN') return;
    const { method, message, pollAfter } = answer;
    if (method === 'IN_APP') await deadline.wait(message, pollAfter ?? POLL_MS);
    else await askForCodes(ports, options, { method, ...(message === undefined ? {} : { message }) });
    answer = await ports.call('continueLogIn', { method });
  }
  throw new ProblemError({ code: 'MALFORMED_RESPONSE', message: 'The login of the plugin never ends.' });
}

/** Asks for each code that the plugin declares, one after the other. One that is optional may be left out, not all. */
async function askForCodes(
  { once, give }: LogInPorts,
  { askCode }: LogInOptions,
  asked: Omit<AskedCode, 'label'>,
): Promise<void> {
  if (once.length === 0)
    throw new ProblemError({
      code: 'MANIFEST_INVALID',
      message: 'The institution wants a code, but the plugin declares no credential that is given once.',
    });
  let given = 0;
  for (const { name, label, isOptional } of once) {
    const code = (await askCode?.({ ...asked, label }))?.trim();
    if (code === undefined || code === '') {
      if (isOptional) continue;
      throw notGiven(label);
    }
    const bytes = Buffer.from(code);
    give(name, bytes);
    bytes.fill(0);
    given += 1;
  }
  if (given === 0) throw notGiven(once.map(({ label }) => label).join('" or "'));
}

function notGiven(label: string): ProblemError {
  return new ProblemError({
    code: 'AUTH_SECOND_FACTOR_REQUIRED',
    message: `The institution asks for "${label}", and none was given.`,
    remedy: 'Connect again at a terminal, and type the code there.',
  });
}

/** Waits for an approval, and not for ever. */
class ApprovalDeadline {
  readonly #ports: LogInPorts;
  readonly #options: LogInOptions;
  #until: number | undefined;

  constructor(ports: LogInPorts, options: LogInOptions) {
    this.#ports = ports;
    this.#options = options;
  }

  async wait(message: string | undefined, milliseconds: number): Promise<void> {
    const { approvalMs = APPROVAL_MS, onApprovalNeeded, signal, wait = sleepUntil } = this.#options;
    if (this.#until === undefined) {
      this.#until = this.#ports.now() + approvalMs;
      onApprovalNeeded?.(message);
    }
    const left = this.#until - this.#ports.now();
    if (left <= 0)
      throw new ProblemError({
        code: 'AUTH_SECOND_FACTOR_REQUIRED',
        message: `The login was not approved in the app within ${Math.round(approvalMs / 1000)} seconds.`,
        remedy: 'Try again, and approve it on your device.',
      });
    await wait(Math.min(milliseconds, left), signal);
  }
}

function sleepUntil(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}
