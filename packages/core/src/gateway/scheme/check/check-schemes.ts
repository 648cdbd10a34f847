import type { BuiltManifest, Placement, SigningScheme } from '../../../interfaces/index.js';
import { error, type Finding } from '../../../manifest/finding.js';
import { checkPermission, type DeclaredNames } from './check-permission.js';
import { checkPlaces } from './check-placements.js';
import { checkBefore, checkStepName, checkSteps } from './check-steps.js';
import { referencesOf } from './references.js';

/** The fields of a manifest that say what the gateway places and captures. */
export type SchemeFields = Pick<BuiltManifest, 'credentials' | 'network' | 'schemes'>;

/**
 * Checks that recipes can be carried out, and that each credential goes only toward the origins that it is tied to.
 * What a recipe makes goes into the request that it was made for and nowhere else: no field gives it to the plugin.
 */
export function checkSchemes({
  credentials = {},
  network = [],
  schemes = {},
}: SchemeFields): readonly Finding[] {
  const captures = new Set(
    network.flatMap((permission) => permission.captures ?? []).map(({ name }) => name),
  );
  const names: DeclaredNames = { credentials: new Set(Object.keys(credentials)), captures, schemes };
  return [
    ...Object.keys(credentials)
      .filter((name) => captures.has(name))
      .map((name) =>
        error('MANIFEST_INVALID', `A capture has the name "${name}" too.`, { path: `credentials.${name}` }),
      ),
    ...Object.entries(schemes).flatMap(([name, scheme]) => checkScheme(scheme, `schemes.${name}`, names)),
    ...network.flatMap((permission, index) => checkPermission(permission, `network[${index}]`, names)),
  ];
}

function checkScheme(scheme: SigningScheme, path: string, names: DeclaredNames): Finding[] {
  const steps = new Set((scheme.steps ?? []).map(({ name }) => name));
  return [
    ...checkSteps(scheme.steps ?? [], `${path}.steps`, new Set()),
    ...checkPlaced(scheme.before ?? [], steps, `${path}.before`),
    ...checkPlaced(scheme.place, steps, `${path}.place`),
    ...checkBefore(scheme, `${path}.before`),
    ...checkPlaces(scheme, path),
    ...referencesOf(scheme, path).flatMap(({ value, path: at }) => {
      const message = typeof value === 'object' ? undeclared(value, names) : undefined;
      return message === undefined ? [] : [error('MANIFEST_INVALID', message, { path: at })];
    }),
  ];
}

/** What is placed names steps that are there. */
function checkPlaced(placements: readonly Placement[], steps: ReadonlySet<string>, path: string): Finding[] {
  return placements.flatMap(({ value }, index) => checkStepName(value, steps, `${path}[${index}]`));
}

function undeclared(value: object, { credentials, captures }: DeclaredNames): string | undefined {
  if ('answer' in value) return 'Only a capture sees the answer.';
  if ('credential' in value && !credentials.has(String(value.credential)))
    return `There is no credential "${String(value.credential)}".`;
  if ('capture' in value && !captures.has(String(value.capture)))
    return `There is no capture "${String(value.capture)}".`;
  return undefined;
}
