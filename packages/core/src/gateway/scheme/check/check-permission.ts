import type { Capture, NetworkPermission, SigningScheme } from '../../../interfaces/index.js';
import { error, type Finding } from '../../../manifest/finding.js';
import { parsePointer } from '../../json/json-pointer.js';
import { checkFit } from './check-placements.js';
import { checkStepName, checkSteps } from './check-steps.js';
import { captureReferences, referencesOf, type Reference } from './references.js';

/** The names that a manifest declares. */
export interface DeclaredNames {
  readonly credentials: ReadonlySet<string>;
  readonly captures: ReadonlySet<string>;
  readonly schemes: Readonly<Record<string, SigningScheme>>;
}

const wrong = (message: string, path: string): Finding => error('MANIFEST_INVALID', message, { path });

/** What a permission places and captures is declared, and tied to its origin. */
export function checkPermission(
  permission: NetworkPermission,
  path: string,
  names: DeclaredNames,
): Finding[] {
  const { credentials = [], captures = [], scheme: schemeName } = permission;
  const scheme =
    schemeName !== undefined && Object.hasOwn(names.schemes, schemeName)
      ? names.schemes[schemeName]
      : undefined;
  const findings = credentials.flatMap((name, index) =>
    names.credentials.has(name) || names.captures.has(name)
      ? []
      : [wrong(`There is no credential or capture "${name}".`, `${path}.credentials[${index}]`)],
  );
  if (schemeName !== undefined && scheme === undefined)
    findings.push(wrong(`There is no scheme "${schemeName}".`, `${path}.scheme`));
  const references = [
    ...(scheme === undefined ? [] : referencesOf(scheme, `schemes.${schemeName}`)),
    ...captures.flatMap((capture, index) => captureReferences(capture, `${path}.captures[${index}]`)),
  ];
  return [
    ...findings,
    ...checkTied(references, new Set(credentials), path),
    ...(scheme === undefined ? [] : checkFit(scheme, permission, path)),
    ...checkCaptures(permission, scheme, path),
  ];
}

/** A secret goes only where the manifest ties it to. */
function checkTied(references: readonly Reference[], tied: ReadonlySet<string>, path: string): Finding[] {
  const used = references.flatMap(({ value }) => {
    if (typeof value !== 'object') return [];
    if ('credential' in value) return [value.credential];
    return 'capture' in value ? [value.capture] : [];
  });
  return [...new Set(used)]
    .filter((name) => !tied.has(name))
    .map((name) =>
      wrong(`"${name}" is used, and is not among the credentials of the permission.`, `${path}.credentials`),
    );
}

function checkCaptures(
  { captures = [], origin }: NetworkPermission,
  scheme: SigningScheme | undefined,
  path: string,
): Finding[] {
  const steps = new Set((scheme?.steps ?? []).map(({ name }) => name));
  const taken = new Set<string>();
  return captures.flatMap((capture, index) => {
    const at = `${path}.captures[${index}]`;
    const findings = [...checkSource(capture, at), ...checkSteps(capture.steps ?? [], `${at}.steps`, steps)];
    for (const { name } of capture.steps ?? []) steps.add(name);
    if (capture.keep !== undefined) findings.push(...checkStepName(capture.keep, steps, `${at}.keep`));
    if (capture.proof !== undefined) findings.push(...checkProof(capture.proof, steps, `${at}.proof`));
    if ((capture.keep === undefined) !== (capture.steps === undefined))
      findings.push(wrong('A capture with steps says what it keeps, and only such a one.', at));
    if (taken.has(capture.name)) findings.push(wrong(`"${capture.name}" is captured twice.`, at));
    if ('json' in capture.from && origin.startsWith('wss:'))
      findings.push(wrong('Nothing is captured from frames.', at));
    taken.add(capture.name);
    return findings;
  });
}

function checkProof(
  { json, equals }: NonNullable<Capture['proof']>,
  steps: ReadonlySet<string>,
  path: string,
): Finding[] {
  const isPointer = parsePointer(json) !== undefined;
  return [
    ...(isPointer ? [] : [wrong(`"${json}" is no JSON pointer to a member.`, `${path}.json`)]),
    ...checkStepName(equals, steps, `${path}.equals`),
  ];
}

function checkSource({ from }: Capture, path: string): Finding[] {
  if ('json' in from && parsePointer(from.json) === undefined)
    return [wrong(`"${from.json}" is no JSON pointer to a member.`, `${path}.from`)];
  if ('header' in from && from.header.toLowerCase() === 'set-cookie')
    return [wrong('A cookie is captured by its name.', `${path}.from`)];
  return [];
}
