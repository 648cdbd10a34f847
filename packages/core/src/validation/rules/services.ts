import { hasContract } from '../../interfaces/api-version.js';
import {
  LATER_SERVICES,
  SERVICE_NAMES,
  SERVICES_OF_TYPES,
  SERVICES_SINCE,
  type ServiceName,
} from '../../interfaces/services/service-name.js';
import { error, warning, type Finding } from '../../manifest/finding.js';
import type { NormalizedManifest } from '../../manifest/normalized-manifest.js';
import type { ManifestRule } from '../manifest-rule.js';
import { negotiateApiVersion } from '../negotiate-api-version.js';

const place = { path: 'services' };

/** Every service is one of the contract and of the type; those of other minors are named and left out. */
export const checkServices: ManifestRule = (manifest, { apiVersions }) => {
  const version = negotiateApiVersion(manifest.api, apiVersions);
  return manifest.services.flatMap((service) =>
    isServiceName(service) ? checkServed(service, manifest, version) : checkUnknown(service),
  );
};

function isServiceName(service: string): service is ServiceName {
  return SERVICE_NAMES.some((name) => name === service);
}

function checkServed(
  service: ServiceName,
  { type }: NormalizedManifest,
  version: string | undefined,
): readonly Finding[] {
  const offered = SERVICES_OF_TYPES[type];
  if (offered !== undefined && !offered.includes(service)) {
    const message = `A plugin of type "${type}" offers no service "${service}"; it may offer: ${offered.join(', ')}.`;
    return [error('MANIFEST_INVALID', message, place, 'Take it out, or change the type.')];
  }
  const since = SERVICES_SINCE[service];
  if (since === undefined || version === undefined || hasContract(version, since)) return [];
  return [notYetServed(service, since.replace(/\.0$/, ''))];
}

function checkUnknown(service: string): readonly Finding[] {
  const since = Object.hasOwn(LATER_SERVICES, service) ? LATER_SERVICES[service] : undefined;
  if (since !== undefined) return [notYetServed(service, since)];
  const message = `The contract knows no service "${service}"; it knows: ${SERVICE_NAMES.join(', ')}.`;
  return [error('SERVICE_UNKNOWN', message, place, 'Check the spelling.')];
}

function notYetServed(service: string, since: string): Finding {
  const message = `The service "${service}" comes with contract ${since}; the plugin runs without it.`;
  return warning('PERMISSION_NOT_YET_SERVED', message, place);
}
