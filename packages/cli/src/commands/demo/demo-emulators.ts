import { readFileSync } from 'node:fs';
import { ProblemError } from '@bourse/core/interfaces';

/** What stands in for an institution on this machine, as `npm run emulator` describes it. */
export interface DemoEmulator {
  /** The id of the plugin that it is for. */
  readonly name: string;
  /** Where it is, by the origin that it stands in for. */
  readonly origins: Readonly<Record<string, string>>;
  /** Test values for the credentials that the plugin asks for. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** @throws ProblemError INPUT_UNREADABLE where the file is not there or holds something else */
export function readEmulators(path: string): DemoEmulator[] {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(content) && content.every(isEmulator)) return content;
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw unreadable(path);
}

function unreadable(file: string, cause?: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'INPUT_UNREADABLE',
      message: 'The file of emulators is no list of names, origins and credentials.',
      place: { file },
    },
    { cause },
  );
}

function isEmulator(value: unknown): value is DemoEmulator {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    isTexts(value['origins']) &&
    isTexts(value['credentials'])
  );
}

function isTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
