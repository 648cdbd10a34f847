/** The belts that a test may switch off one by one, to show that an attack succeeds without them. */
export interface Belts {
  /** Node's permission model. */
  readonly permission: boolean;
  /** Lockdown and the compartment. */
  readonly realm: boolean;
  /** What Node leaves in reach although nothing is permitted: modules, signals, bindings, node:sqlite. */
  readonly powers: boolean;
  /** The watch over the memory of the process. */
  readonly rssWatch: boolean;
  /** The watch over computing between calls. */
  readonly cpuWatch: boolean;
  /** The limit of one message. */
  readonly frameLimit: boolean;
  /** The copying of answers as plain data inside the cell. */
  readonly answerCheck: boolean;
  /** The host's check of every message. */
  readonly messageCheck: boolean;
  /** Deadlines and the killing of a cell that hangs. */
  readonly deadlines: boolean;
  /** What ends a cell whose host was killed. */
  readonly orphanGuard: boolean;
  /** The facades in place of the runtime's own classes and timers. */
  readonly facades: boolean;
  /** The limits on log lines and timers. */
  readonly floodLimits: boolean;
}

export const ALL_BELTS: Belts = {
  permission: true,
  realm: true,
  powers: true,
  rssWatch: true,
  cpuWatch: true,
  frameLimit: true,
  answerCheck: true,
  messageCheck: true,
  deadlines: true,
  orphanGuard: true,
  facades: true,
  floodLimits: true,
};
