import type { Threshold } from '@bourse/core';
import { InvalidArgumentError } from 'commander';

const PATTERN = /^([A-Za-z][\w.-]*)=(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;

/** Reads `memory_usage=0..200`; `memory_usage=..` is no range any more. @throws InvalidArgumentError where the text is no such range */
export function parseThreshold(text: string): Threshold {
  const [, metric, minimum, maximum] = PATTERN.exec(text) ?? [];
  if (metric === undefined)
    throw new InvalidArgumentError('Write it as in memory_usage=0..200 or error_rate=..5.');
  if (minimum !== undefined && maximum !== undefined && Number(minimum) > Number(maximum))
    throw new InvalidArgumentError('The lower bound comes first.');
  return {
    metric,
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
  };
}
