import type { Problem } from '../../interfaces/problems/problem.js';

const { assign } = Object;

/** What the host refused or could not do, as the plugin finds it: an error as of `fetch`, with the code of the problem. */
export function toHostError({ code, message, remedy, retry, retryAt }: Problem): Error {
  const error = new TypeError(message);
  return assign(error, {
    code,
    retry,
    ...(remedy === undefined ? {} : { remedy }),
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** What a plugin is told that has no right to the network, or none yet. */
export function networkRefusal(): Error {
  const error = new TypeError(
    'the plugin has no access to the network: it needs contract 1.1 and a permission in its manifest',
  );
  return assign(error, { code: 'PERMISSION_DENIED' });
}
