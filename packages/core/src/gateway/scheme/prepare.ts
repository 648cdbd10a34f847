import { ProblemError, type Placement, type SigningScheme } from '../../interfaces/index.js';
import type { OutgoingRequest } from './outgoing-request.js';
import { placeValue } from './place/place-value.js';
import { formProblem, requestProblem } from './recipe-problem.js';
import { RecipeRun, type RecipeRunOptions } from './recipe-run.js';
import { isSearchable } from './searchable.js';
import type { LiveSecret } from './scheme-sources.js';
import { toText } from './text-encoding.js';
import { stepsNeededBy } from './values-of.js';

export interface PrepareOptions extends RecipeRunOptions {
  readonly scheme: SigningScheme;
  /** Its name in the manifest. */
  readonly name: string;
  /** Whether the plugin is logging in: only then a secret that is too short to be searched for is placed. */
  readonly isLogin: boolean;
}

/** A request as it goes over the wire. */
export interface PreparedRequest {
  readonly request: OutgoingRequest;
  /** What stands in the request and was made from secrets; the answer is searched for it. */
  readonly secrets: readonly LiveSecret[];
  /** Names of the credentials and captures that were used. */
  readonly used: readonly string[];
  /** The values of the steps, for captures; to be disposed of when the answer has been read. */
  readonly run: RecipeRun;
}

/**
 * Puts into a request what a scheme says. For a frame of a WebSocket, `request` is that of the socket with the text of
 * the frame as its body.
 *
 * @throws ProblemError INVALID_REQUEST where the plugin wrote in a place that the scheme fills, or the place is missing;
 * CREDENTIAL_MISSING, CREDENTIAL_INVALID, AUTH_EXPIRED; MANIFEST_INVALID for a scheme that cannot be carried out
 */
export function prepare(options: PrepareOptions): PreparedRequest {
  const { scheme, name } = options;
  const { before = [], steps = [], place } = scheme;
  const run = new RecipeRun(options);
  const secrets: LiveSecret[] = [];
  const fill = (placements: readonly Placement[], part: string): void => {
    for (const [index, placement] of placements.entries()) {
      const path = `schemes.${name}.${part}[${index}]`;
      const secret = placeOne(run, placement, { path, isLogin: options.isLogin });
      if (secret !== undefined) secrets.push({ name, bytes: secret });
    }
  };
  try {
    run.runSteps(
      steps,
      `schemes.${name}.steps`,
      stepsNeededBy(
        before.map(({ value }) => value),
        steps,
      ),
    );
    fill(before, 'before');
    run.runSteps(steps, `schemes.${name}.steps`);
    fill(place, 'place');
    return { request: run.request, secrets, used: run.used, run };
  } catch (error) {
    run.dispose();
    throw error;
  }
}

/** Tells whether a scheme fills frames of a WebSocket rather than the request that opens it. */
export function fillsFrames({ before = [], place }: SigningScheme): boolean {
  return [...before, ...place].some((placement) => 'frame' in placement);
}

/** The bytes that were placed, where they were made from a secret. */
function placeOne(
  run: RecipeRun,
  placement: Placement,
  { path, isLogin }: { path: string; isLogin: boolean },
): Uint8Array | undefined {
  const value = run.resolve(placement.value, path);
  const text = toText(value.bytes);
  if (text === undefined) throw formProblem(path, 'A value that is placed is no text.');
  if (!isLogin && value.secret && (value.short || !isSearchable(value.bytes))) throw tooShort(path);
  const filled = placeValue(run.request, placement, text);
  if (typeof filled === 'string') throw requestProblem(path, filled);
  run.advance(filled, value);
  return value.secret ? Uint8Array.from(value.bytes) : undefined;
}

function tooShort(path: string): ProblemError {
  return new ProblemError({
    code: 'PERMISSION_DENIED',
    message: 'A secret of fewer than 8 characters is placed only while the plugin logs in.',
    remedy:
      'Choose a longer one, if the institution lets you. Else the plugin has to log in with it and to capture a session.',
    place: { path },
  });
}
