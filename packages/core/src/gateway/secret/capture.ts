import { timingSafeEqual } from 'node:crypto';
import { ProblemError, type Capture } from '../../interfaces/index.js';
import { JsonText, JsonTextError } from '../json/json-text.js';
import { parsePointer } from '../json/json-pointer.js';
import type { LiveSecret, RecipeRun } from '../scheme/index.js';
import { toText } from '../scheme/text-encoding.js';

/** The largest body that something is captured from, in bytes. */
export const MAX_CAPTURE_BODY = 8 * 1024 * 1024;

/** What a capture took out of an answer. */
export interface CapturedValue {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Seconds until the host forgets it; undefined: when the host ends. */
  readonly lifetime: number | undefined;
}

/** An answer; the body is there where one of the captures looks into it. */
export interface CapturableAnswer {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | undefined;
}

/** An answer as the plugin may see it, but for the search for secrets. */
export interface CapturedAnswer extends CapturableAnswer {
  readonly captured: readonly CapturedValue[];
  /** What was found and what is kept of it: this very answer is searched for both. */
  readonly secrets: readonly LiveSecret[];
}

/** What a value was replaced by, and what it was; undefined where it was not there. */
interface Take {
  readonly answer: CapturableAnswer;
  readonly value: string | undefined;
}

/** What the plugin sees in place of a captured value. It is the same for every answer, and tells what it stands for. */
export function blankOf(name: string): string {
  return `bourse:capture:${name}`;
}

/** Tells whether the whole body is needed before an answer can be given on. */
export function readsBody(captures: readonly Capture[]): boolean {
  return captures.some(({ from }) => 'json' in from);
}

/**
 * Takes session ids and tokens out of an answer.
 *
 * @param run Of the request that is answered; its steps can be used by those of a capture.
 * @param path Leads to the captures in the manifest.
 * @throws ProblemError MALFORMED_RESPONSE where a body may hold such a value and cannot be searched for it, AUTH_INVALID
 * where the proof of a value is not the right one: it is not given on
 */
export function captureAnswer(
  answer: CapturableAnswer,
  captures: readonly Capture[],
  { run, path }: { run: RecipeRun; path: string },
): CapturedAnswer {
  const captured: CapturedValue[] = [];
  const secrets: LiveSecret[] = [];
  let shown = answer;
  for (const [index, capture] of captures.entries()) {
    const { answer: next, value } = takeOne(shown, capture);
    shown = next;
    if (value === undefined || value === '') continue;
    const found = Buffer.from(value);
    const bytes = keptOf(found, capture, run, `${path}[${index}]`);
    checkProof(answer, capture, run, `${path}[${index}]`);
    captured.push({ name: capture.name, bytes, lifetime: capture.lifetime });
    secrets.push({ name: capture.name, bytes: found }, { name: capture.name, bytes });
  }
  return { ...shown, captured, secrets };
}

function keptOf(found: Uint8Array, { steps = [], keep }: Capture, run: RecipeRun, path: string): Uint8Array {
  run.setAnswer(found);
  run.runSteps(steps, `${path}.steps`);
  // A copy, since the values of the run are overwritten.
  return keep === undefined ? found : Uint8Array.from(run.resolve(keep, `${path}.keep`).bytes);
}

/** The values of all steps are there by now. */
function checkProof(answer: CapturableAnswer, { name, proof }: Capture, run: RecipeRun, path: string): void {
  if (proof === undefined) return;
  const given = Buffer.from(takeMember(answer, proof.json, name).value ?? '');
  const right = run.resolve(proof.equals, `${path}.proof.equals`).bytes;
  if (given.length === right.length && timingSafeEqual(given, right)) return;
  throw new ProblemError({
    code: 'AUTH_INVALID',
    message: 'The institution did not prove that it has come to the same session key.',
    remedy:
      'Check the keys of the connection. If they are right, somebody else may have answered: do not log in from here.',
  });
}

function takeOne(answer: CapturableAnswer, capture: Capture): Take {
  const { from, name } = capture;
  if ('json' in from) return takeMember(answer, from.json, name);
  const kind = 'header' in from ? from.header.toLowerCase() : 'set-cookie';
  const cookie = 'cookie' in from ? from.cookie : undefined;
  let value: string | undefined;
  const headers = answer.headers.map<[string, string]>(([header, content]) => {
    const taken = header.toLowerCase() === kind ? takeText(content, cookie, name) : undefined;
    value = taken?.value ?? value;
    return [header, taken?.shown ?? content];
  });
  return { answer: { ...answer, headers }, value };
}

/** The value of a header, or of the cookie that a header sets. */
function takeText(
  content: string,
  cookie: string | undefined,
  name: string,
): { value: string; shown: string } | undefined {
  if (cookie === undefined) return { value: content.trim(), shown: blankOf(name) };
  const end = content.indexOf(';');
  const pair = end === -1 ? content : content.slice(0, end);
  const equals = pair.indexOf('=');
  if (equals === -1 || pair.slice(0, equals).trim() !== cookie) return undefined;
  const value = pair.slice(equals + 1).trim();
  return { value, shown: `${pair.slice(0, equals + 1)}${blankOf(name)}${content.slice(pair.length)}` };
}

function takeMember(answer: CapturableAnswer, pointer: string, name: string): Take {
  const bytes = answer.body ?? new Uint8Array();
  const isJson = /^(?:\xef\xbb\xbf)?[ \t\r\n]*[[{]/.test(
    Buffer.from(bytes.subarray(0, 1024)).toString('latin1'),
  );
  if (!isJson) return { answer, value: undefined };
  if (bytes.length > MAX_CAPTURE_BODY) throw malformed('The answer is too large to be searched for a token.');
  const text = toText(bytes);
  if (text === undefined) throw malformed('The answer is no UTF-8 text.');
  try {
    // A byte order mark, which some institutions write, goes.
    const json = new JsonText(text.replace(/^\ufeff/, ''));
    const span = json.find(parsePointer(pointer) ?? []);
    const value = span === undefined ? undefined : json.valueOf(span);
    if (span === undefined || value === null) return { answer, value: undefined };
    if (typeof value === 'object') throw malformed(`The answer has no text at ${pointer}.`);
    const body = json.text.slice(0, span.start) + JSON.stringify(blankOf(name)) + json.text.slice(span.end);
    const taken = typeof value === 'string' ? value : json.text.slice(span.start, span.end);
    return { answer: { ...answer, body: Buffer.from(body) }, value: taken };
  } catch (error) {
    if (error instanceof JsonTextError) throw malformed('The answer is no unambiguous JSON text.');
    throw error;
  }
}

function malformed(message: string): ProblemError {
  return new ProblemError({ code: 'MALFORMED_RESPONSE', message });
}
