import type { Answer, Call } from '@bourse/sdk/emulator';
import type { DegiroWorld } from '../world.js';
import { blockedPage, maintenancePage } from './pages.js';

/** What stands before every path of the site: the delivery network, then the sign on the door. */
export function stopAtGate(call: Call, { scenario }: DegiroWorld): Answer | undefined {
  const agent = call.header('user-agent') ?? '';
  // Agents of libraries are refused since December 2022.
  if (!agent.startsWith('Mozilla/5.0 (')) return blockedPage(403);
  if (scenario.throttled) return blockedPage(429);
  return scenario.maintenance ? maintenancePage() : undefined;
}
