/** What stands in place of the network until contract 1.1. */
function refusal(): Error {
  const error = new Error('network access comes with contract 1.1; this host serves contract 1.0');
  return Object.assign(error, { code: 'PERMISSION_DENIED' });
}

export function fetch(): Promise<never> {
  return Promise.reject(refusal());
}

export function WebSocket(): never {
  throw refusal();
}
