import type { Call, Direction } from '@bourse/core';
import { isPlainObject, type PlainObject } from './plain-object.ts';

/** In 2.0 `asOf` of a position says what it is: `{ day }` or `{ instant }`; in 1.x its form has to tell. */
export const POSITIONS: Direction = {
  toOwn: inPositions((asOf) => (isPlainObject(asOf) ? (asOf.day ?? asOf.instant) : undefined)),
  fromOwn: inPositions((asOf) => {
    if (typeof asOf !== 'string') return asOf;
    return asOf.includes('T') ? { instant: asOf } : { day: asOf };
  }),
};

/** Where positions are: items of a page of 1.x, or the positions of a part of a statement. */
function inPositions(change: (asOf: unknown) => unknown): (call: Call, value: unknown) => unknown {
  const changed = (position: unknown): unknown =>
    isPlainObject(position) ? { ...position, asOf: change(position.asOf) } : position;
  return ({ service }, value) => {
    if (!isPlainObject(value)) return value;
    if (service === 'portfolio') return mapList(value, 'items', changed);
    return service === 'statement' ? mapList(value, 'positions', changed) : value;
  };
}

function mapList(value: PlainObject, name: string, change: (item: unknown) => unknown): PlainObject {
  const list = value[name];
  return Array.isArray(list) ? { ...value, [name]: list.map(change) } : value;
}
