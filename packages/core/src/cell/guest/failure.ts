import { isProblemCode } from '../../interfaces/problems/problem-code.js';
import type { JsonValue } from '../channel/json.js';
import type { GuestFailure } from '../channel/messages.js';
import { copyData } from './copy-data.js';
import { SCRIPT_FIRST_LINE, SCRIPT_NAME } from './evaluate.js';

/** Characters of a message and of a stack that are worth keeping. */
const MESSAGE_LIMIT = 4_000;
const STACK_LIMIT = 16_000;

/** Fields of a problem that a plugin may set on what it throws. */
const PROBLEM_FIELDS = ['remedy', 'retry', 'retryAt', 'place'] as const;

const FRAME = new RegExp(`${SCRIPT_NAME}:(\\d+):`);

declare const getStackString: ((error: Error) => string) | undefined;

/** Makes of anything thrown a problem: its own code where it has one of the registry, else PLUGIN_FAILED. */
export function toFailure(thrown: unknown): GuestFailure {
  const stack = stackOf(thrown);
  return { problem: problemOf(thrown), ...(stack === undefined ? {} : { stack }) };
}

/** Says in words what was thrown, whatever its getters do. */
export function describeThrown(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null) return describeError(thrown);
  const isOpaque = typeof thrown === 'function' || typeof thrown === 'symbol';
  return isOpaque ? `threw a ${typeof thrown}` : clip(String(thrown), MESSAGE_LIMIT);
}

/** Name and message of an error. */
export function describeError(error: object): string {
  const name = textOf(error, 'name') ?? 'Error';
  const message = textOf(error, 'message') ?? '';
  return clip(message === '' ? name : `${name}: ${message}`, MESSAGE_LIMIT);
}

function problemOf(thrown: unknown): JsonValue {
  const code = textOf(thrown, 'code');
  if (!isProblemCode(code)) return { code: 'PLUGIN_FAILED', message: describeThrown(thrown) };
  const problem: Record<string, JsonValue> = {
    code,
    message: clip(textOf(thrown, 'message') ?? code, MESSAGE_LIMIT),
  };
  for (const field of PROBLEM_FIELDS) {
    const value = dataOf(thrown, field);
    if (value !== undefined) problem[field] = value;
  }
  return problem;
}

function textOf(holder: unknown, field: string): string | undefined {
  const value = readField(holder, field);
  return typeof value === 'string' ? value : undefined;
}

function dataOf(holder: unknown, field: string): JsonValue | undefined {
  const value = readField(holder, field);
  if (value === undefined) return undefined;
  try {
    return copyData(value);
  } catch {
    return undefined;
  }
}

function readField(holder: unknown, field: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  try {
    return (holder as Readonly<Record<string, unknown>>)[field];
  } catch {
    return undefined;
  }
}

/** The frames in the plugin's script; those of the runtime would tell of the host. */
function stackOf(thrown: unknown): string | undefined {
  try {
    if (!(thrown instanceof Error)) return undefined;
    const stack = typeof getStackString === 'function' ? getStackString(thrown) : thrown.stack;
    const frames = String(stack)
      .split('\n')
      .filter((line) => FRAME.test(line));
    return frames.length === 0 ? undefined : clip(frames.map(toScriptLine).join('\n'), STACK_LIMIT);
  } catch {
    return undefined;
  }
}

function toScriptLine(frame: string): string {
  const place = (line: string): string => `${SCRIPT_NAME}:${Number(line) - SCRIPT_FIRST_LINE + 1}:`;
  return frame.trim().replace(FRAME, (_match, line: string) => place(line));
}

function clip(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
