import { toDecimal } from '../values/amounts.js';
import type { Ratio } from './action-types.js';

/** A description such as `GCM(CA38501D2041) SPLIT 1 FOR 25 (GCM.OLD, GRAN COLOMBIA GOLD CORP, CA38501D2041)`, taken apart. */
export interface ActionText {
  /** What the rows of one event share. */
  readonly event: string;
  /** Name of the row's own instrument. */
  readonly name?: string;
  /** Absent where the event has several. */
  readonly ratio?: Ratio;
}

/** Event, then symbol, name and identifier of the row's instrument. Names may hold commas and parentheses. */
const DESCRIPTION = /^(.*\S)\s*\(([^,()]+),\s*(.+),\s*([^,()]*)\)$/s;

const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?)`;
const RATIOS = new RegExp(String.raw`(?<![\w.,])${NUMBER} FOR ${NUMBER}(?![\w.])(?! PER\b)`, 'gi');

export function readActionText(description: string): ActionText {
  const [, event = description.trim(), , name] = DESCRIPTION.exec(description.trim()) ?? [];
  const ratio = findRatio(event);
  return {
    event,
    ...(name === undefined ? {} : { name: name.trim().slice(0, NAME_MAX_CHARACTERS) }),
    ...(ratio === undefined ? {} : { ratio }),
  };
}

const NAME_MAX_CHARACTERS = 512;

/** `1 FOR 25`: one new unit for 25 old ones. */
function findRatio(event: string): Ratio | undefined {
  const ratios = Array.from(event.matchAll(RATIOS), ([, to = '', from = '']) => toRatio(to, from));
  const [only, ...others] = ratios;
  return others.length === 0 ? only : undefined;
}

function toRatio(to: string, from: string): Ratio | undefined {
  const [newUnits, oldUnits] = [toDecimal(to), toDecimal(from)];
  return newUnits === undefined || oldUnits === undefined ? undefined : { from: oldUnits, to: newUnits };
}
