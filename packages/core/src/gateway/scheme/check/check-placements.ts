import type { NetworkPermission, Placement, SigningScheme } from '../../../interfaces/index.js';
import { error, type Finding } from '../../../manifest/finding.js';
import { parsePointer } from '../../json/json-pointer.js';
import { isPlaceableHeader } from '../place/header.js';

const BODY_METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Where a placement puts its value: the kind and the name. */
function placeOf(placement: Placement): readonly [kind: string, name: string] {
  const [kind = '', name] = Object.entries(placement).find(([key]) => key !== 'value' && key !== 'as') ?? [];
  return [kind, String(name)];
}

/** Placements of a scheme by themselves: places that exist, each once. */
export function checkPlaces({ before = [], place }: SigningScheme, path: string): Finding[] {
  const taken = new Set<string>();
  const all = [
    ...before.map((placement, index) => ({ placement, at: `${path}.before[${index}]` })),
    ...place.map((placement, index) => ({ placement, at: `${path}.place[${index}]` })),
  ];
  return all.flatMap(({ placement, at }) => {
    const [kind, name] = placeOf(placement);
    const key = `${kind} ${kind === 'header' ? name.toLowerCase() : name}`;
    const wrong = (message: string): Finding[] => [error('MANIFEST_INVALID', message, { path: at })];
    if (taken.has(key)) return wrong(`The place ${kind} "${name}" is filled twice.`);
    taken.add(key);
    if (kind === 'header' && !isPlaceableHeader(name))
      return wrong(`A recipe cannot fill the header "${name}".`);
    if ((kind === 'json' || kind === 'frame') && parsePointer(name) === undefined)
      return wrong(`"${name}" is no JSON pointer to a member.`);
    return [];
  });
}

/** Placements of a scheme in the requests of a permission. */
export function checkFit(scheme: SigningScheme, permission: NetworkPermission, path: string): Finding[] {
  const placements = [...(scheme.before ?? []), ...scheme.place];
  const kinds = new Set(placements.map((placement) => placeOf(placement)[0]));
  const messages = [
    ...new Set(placements.map((placement) => misfitOf(placement, permission))),
    kinds.has('frame') && kinds.size > 1 ? 'A scheme that fills frames fills nothing else.' : undefined,
    kinds.has('json') && kinds.has('form') ? 'A body is either JSON or a form.' : undefined,
  ];
  return messages.flatMap((message) =>
    message === undefined ? [] : [error('MANIFEST_INVALID', message, { path: `${path}.scheme` })],
  );
}

function misfitOf(
  placement: Placement,
  { origin, methods, paths, when }: NetworkPermission,
): string | undefined {
  const [kind, name] = placeOf(placement);
  const isSocket = origin.startsWith('wss:');
  if (kind === 'frame' && !isSocket && !origin.startsWith('loopback:'))
    return 'Frames are filled only for an origin with wss.';
  if (kind === when?.in && name === when.member)
    return `The place ${kind} "${name}" decides what the request is, so the plugin writes it.`;
  if (kind === 'segment' && !paths.some(canHoldSegment))
    return `No path has a place for the segment {${name}}.`;
  if (kind !== 'json' && kind !== 'form') return undefined;
  if (isSocket || !methods.every((method) => BODY_METHODS.has(method)))
    return `Requests with a ${kind} body have a method that carries one.`;
  const other = kind === 'json' ? 'form' : 'json';
  return when?.in === other ? `The permission is for requests with a ${other} body.` : undefined;
}

function canHoldSegment(pattern: string): boolean {
  return pattern.split('/').some((segment) => segment === '*' || segment === '**');
}
