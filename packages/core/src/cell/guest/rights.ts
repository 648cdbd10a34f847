import type { ActivateMessage } from '../channel/messages.js';

let granted: Pick<ActivateMessage, 'network' | 'storage'> = {};

/** Takes over what the host gives to the plugin; until then it is nothing. */
export function takeRights({ network, storage }: ActivateMessage): void {
  granted = { ...(network === undefined ? {} : { network }), ...(storage === undefined ? {} : { storage }) };
}

export function mayUse(right: 'network' | 'storage'): boolean {
  return granted[right] === true;
}
