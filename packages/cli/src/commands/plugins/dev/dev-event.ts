import type { Finding, LogLine, Permission } from '@bourse/core';
import type { Problem } from '@bourse/core/interfaces';
import type { TypeFinding } from './check-types.js';

/** A version that serves. */
export interface ServingVersion {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** What happens in a development, in the order in which it happens. */
export type DevEvent =
  | { readonly event: 'watching'; readonly folder: string }
  | { readonly event: 'changed'; readonly files: readonly string[] }
  /** The build is the one that serves already. */
  | { readonly event: 'unchanged' }
  | {
      readonly event: 'live';
      readonly plugin: ServingVersion;
      /** What was noticed in it and keeps it from nothing. */
      readonly findings: readonly Finding[];
      readonly buildMs: number;
      readonly startMs: number;
    }
  | {
      readonly event: 'asks';
      readonly plugin: ServingVersion;
      readonly permissions: readonly Permission[];
      readonly isFirst: boolean;
    }
  | {
      readonly event: 'refused';
      readonly findings: readonly Finding[];
      readonly problems: readonly Problem[];
      /** What serves on, if anything does. */
      readonly serving?: ServingVersion;
    }
  | { readonly event: 'types'; readonly findings: readonly TypeFinding[] }
  | { readonly event: 'log'; readonly line: LogLine }
  | { readonly event: 'crashed'; readonly reason: string }
  | {
      readonly event: 'ran';
      readonly command: string;
      readonly exitCode: number;
      /** What it printed; absent where the author has seen it. */
      readonly output?: string;
    }
  | { readonly event: 'ended'; readonly kept: boolean };
