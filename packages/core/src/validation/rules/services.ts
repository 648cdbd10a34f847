import { LATER_SERVICES, SERVICE_NAMES } from '../../interfaces/services/service-name.js';
import { error, warning, type Finding } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Every service is one of the contract; those of later minors are named and left out. */
export const checkServices: ManifestRule = ({ services }) => services.flatMap(checkService);

function checkService(service: string): readonly Finding[] {
  if (SERVICE_NAMES.some((name) => name === service)) return [];
  const place = { path: 'services' };
  const since = Object.hasOwn(LATER_SERVICES, service) ? LATER_SERVICES[service] : undefined;
  if (since === undefined) {
    const message = `The contract knows no service "${service}"; it knows: ${SERVICE_NAMES.join(', ')}.`;
    return [error('SERVICE_UNKNOWN', message, place, 'Check the spelling.')];
  }
  const message = `The service "${service}" comes with contract ${since}; the plugin runs without it.`;
  return [warning('PERMISSION_NOT_YET_SERVED', message, place)];
}
