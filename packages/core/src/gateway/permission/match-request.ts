import type { NetworkPermission } from '../../interfaces/index.js';
import { notPermitted } from '../network-problem.js';
import { isDiscriminated, mayBeDiscriminated, type Discriminated } from './discriminate.js';
import type { GrantedPermission, PermissionMatch } from './granted-permission.js';
import { methodOverride } from './method-override.js';
import { fitOf, mayFit, type Fit } from './path-pattern.js';
import { originOf, type Target } from './target.js';

/** A request as permissions look at it. */
export interface AskedRequest {
  readonly method: string;
  readonly headers: Discriminated['headers'];
  readonly body: Uint8Array | undefined;
}

interface Candidate extends PermissionMatch {
  readonly fit: Fit;
}

/**
 * Finds the permission for a request: the one that says most of its path, one with a discriminator before one without.
 * What a trading permission may be meant for is trading, also where a reading one fits.
 *
 * @throws ProblemError PERMISSION_DENIED, saying what is missing
 */
export function matchRequest(
  granted: readonly GrantedPermission[],
  target: Target,
  request: AskedRequest,
): PermissionMatch {
  const ofMethod = methodsOf(granted, target, request.method);
  const discriminated = { ...request, url: target.url };
  refuseTrade(ofMethod, target, ({ permission }) => {
    const { when } = permission;
    return when === undefined || mayBeDiscriminated(when, discriminated);
  });
  const ofPath = candidates(ofMethod, target);
  if (ofPath.length === 0)
    throw notPermitted(`The plugin has no permission for this path at ${target.origin}.`);
  const fitting = ofPath.filter(
    ({ permission: { when } }) => when === undefined || isDiscriminated(when, discriminated),
  );
  const match = best(fitting) ?? unfit(ofPath, target);
  const override = methodOverride(discriminated, match.permission.when);
  if (override !== undefined)
    throw notPermitted(`The request has "${override}", by which a server may take another method for it.`);
  return match;
}

/**
 * Permissions for the frames of a socket; at least one of them reads.
 *
 * @throws ProblemError PERMISSION_DENIED, saying what is missing
 */
export function matchSocket(granted: readonly GrantedPermission[], target: Target): SocketPermissions {
  const ofOrigin = methodsOf(granted, target, 'GET');
  refuseTrade(ofOrigin, target, ({ permission }) => permission.when?.in === 'query');
  const reading = candidates(ofOrigin, target).filter(({ permission: { when } }) => {
    if (when === undefined || when.in === 'frame') return true;
    return isDiscriminated(when, { url: target.url, headers: [], body: undefined });
  });
  const opening = best(reading);
  if (opening === undefined)
    throw notPermitted(`The plugin has no permission for this socket at ${target.origin}.`);
  return { opening, reading, trading: tradingOf(ofOrigin, target) };
}

export interface SocketPermissions {
  /** What allows the socket itself. */
  readonly opening: PermissionMatch;
  readonly reading: readonly PermissionMatch[];
  readonly trading: readonly GrantedPermission[];
}

/**
 * Finds the permission for a frame that the plugin sends.
 *
 * @throws ProblemError PERMISSION_DENIED
 */
export function matchFrame(
  { reading, trading }: SocketPermissions,
  url: URL,
  frame: Uint8Array,
): PermissionMatch {
  const discriminated = { url, headers: [], body: frame };
  const isTrade = trading.some(
    ({ permission: { when } }) => when === undefined || mayBeDiscriminated(when, discriminated),
  );
  if (isTrade) throw tradeNotServed();
  const found = reading.find(
    ({ permission: { when } }) => when?.in === 'frame' && isDiscriminated(when, discriminated),
  );
  const open = reading.find(({ permission: { when } }) => when?.in !== 'frame');
  const match = found ?? open;
  if (match === undefined) throw notPermitted('The plugin has no permission for this frame.');
  return match;
}

function methodsOf(
  granted: readonly GrantedPermission[],
  { origin }: Target,
  method: string,
): GrantedPermission[] {
  const ofOrigin = granted.filter(({ permission }) => namedOrigin(permission) === origin);
  if (ofOrigin.length === 0) throw notPermitted(`The plugin has no permission for ${origin}.`);
  const ofMethod = ofOrigin.filter(({ permission }) => permission.methods.some((own) => own === method));
  if (ofMethod.length === 0) throw notPermitted(`The plugin has no permission for ${method} at ${origin}.`);
  return ofMethod;
}

const NAMED_ORIGINS = new WeakMap<NetworkPermission, string>();

/** The origin of a permission as {@link originOf} spells it; read once. */
function namedOrigin(permission: NetworkPermission): string {
  const known = NAMED_ORIGINS.get(permission);
  if (known !== undefined) return known;
  const { origin } = permission;
  const named = origin.startsWith('loopback:') ? origin : originOf(new URL(origin));
  NAMED_ORIGINS.set(permission, named);
  return named;
}

function candidates(granted: readonly GrantedPermission[], { segments }: Target): Candidate[] {
  return granted
    .filter(({ permission }) => permission.access === 'read')
    .flatMap(({ id, permission }) =>
      permission.paths.flatMap((pattern) => {
        const fit = fitOf(pattern, segments);
        return fit === undefined ? [] : [{ id, permission, pattern, fit }];
      }),
    );
}

function tradingOf(granted: readonly GrantedPermission[], { segments }: Target): GrantedPermission[] {
  return granted.filter(
    ({ permission: { access, paths } }) =>
      access === 'trade' && paths.some((pattern) => mayFit(pattern, segments)),
  );
}

function refuseTrade(
  granted: readonly GrantedPermission[],
  target: Target,
  isMeant: (trading: GrantedPermission) => boolean,
): void {
  if (tradingOf(granted, target).some(isMeant)) throw tradeNotServed();
}

function tradeNotServed(): Error {
  return notPermitted('This can trade, and this contract version serves no trading.');
}

function best(candidates: readonly Candidate[]): PermissionMatch | undefined {
  const [first] = candidates.toSorted(
    (one, other) =>
      compare(other.fit, one.fit) ||
      Number(other.permission.when !== undefined) - Number(one.permission.when !== undefined),
  );
  return first;
}

function compare(one: Fit, other: Fit): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function unfit(ofPath: readonly Candidate[], { origin }: Target): never {
  const members = [...new Set(ofPath.map(({ permission: { when } }) => `"${when?.member ?? ''}"`))].join(
    ' or ',
  );
  throw notPermitted(
    `The plugin has no permission for this path at ${origin} unless ${members} clearly has a value that it names.`,
  );
}
