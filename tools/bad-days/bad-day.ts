import type { ProblemCode } from '@bourse/core/interfaces';

/** Something that an emulator does in a bad moment, by the name that it has there or as the kit calls it. */
export interface PlannedFault {
  readonly fault: string | ({ readonly kind: string } & Readonly<Record<string, unknown>>);
  /** Of the emulator; every route unless told. */
  readonly route?: string;
  /** Requests that go well before; none unless told. */
  readonly skip?: number;
  /** Requests that are hit; all unless told. */
  readonly times?: number;
}

/** What the user is told, word by word; one `…` stands for what may be different each time. */
export interface Told {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** A sync at an institution that does not go as it should. */
export interface BadDay {
  /** What goes wrong: the title of its test. */
  readonly name: string;
  readonly faults?: readonly PlannedFault[];
  /** Given in place of the right ones; an empty one is not given at all. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** What the user types where a code is asked for. */
  readonly types?: 'a wrong code' | 'a code of before' | 'a code that was used' | 'nothing';
  /** What the name service says before it says what is right; of a live connection. */
  readonly addresses?: readonly (readonly string[])[];
  /** What is wrong with the certificate; of a live connection. */
  readonly certificate?: 'of another authority' | 'expired' | 'of another name';
  /** What is wrong with the program on the user's machine, of a connection that goes through one. */
  readonly program?: 'not running' | 'without TLS' | 'another certificate';
  /** The host waits for less than a second where it would for half a minute. */
  readonly isImpatient?: boolean;
  /** Absent where it passes without the user. */
  readonly told?: Told;
  /** What the institution does so that the next sync goes well, where it is more than to stop. */
  readonly mended?: readonly PlannedFault[];
  /** Data that are not as on other days, so that the ledger is another one in the end. */
  readonly changesData?: boolean;
}

/** The bad days of one institution. */
export interface BadDays {
  /** The id of the plugin. */
  readonly plugin: string;
  /** Of the plugin, in place of those in which it does most. */
  readonly settings?: Readonly<Record<string, boolean>>;
  /** The origin of a program on the user's machine through which all goes. */
  readonly program?: string;
  readonly days: readonly BadDay[];
}
