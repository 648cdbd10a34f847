import { SERVICE_ALIASES } from '../interfaces/services/service-name.js';

/** Resolves the aliases of services; each is named once. */
export function resolveServices(services: readonly string[]): string[] {
  return [...new Set(services.map(resolveService))];
}

/** The service that a manifest means. */
function resolveService(service: string): string {
  return Object.hasOwn(SERVICE_ALIASES, service) ? (SERVICE_ALIASES[service] ?? service) : service;
}
