import { registerHooks } from 'node:module';

/**
 * What Node leaves in `process` that the permission model does not deny, or that leads to modules and handles.
 * A plugin sees none of it; should the realm ever leak, this is gone all the same.
 */
const POWERS = [
  '_debugEnd',
  '_debugProcess',
  '_getActiveHandles',
  '_getActiveRequests',
  '_kill',
  '_linkedBinding',
  '_rawDebug',
  '_startProfilerIdleNotifier',
  '_stopProfilerIdleNotifier',
  'abort',
  'binding',
  'dlopen',
  'execve',
  'finalization',
  'getBuiltinModule',
  'initgroups',
  'kill',
  'loadEnvFile',
  'mainModule',
  'openStdin',
  'report',
  'setegid',
  'seteuid',
  'setgid',
  'setgroups',
  'setuid',
  'stderr',
  'stdin',
  'stdout',
] as const;

/** Gives up what the process could still do: no module can be loaded any more, no signal sent, no binding reached. */
export function dropProcessPowers(): void {
  registerHooks({
    resolve(specifier) {
      throw new Error(`a cell loads no modules (${specifier})`);
    },
  });
  for (const power of POWERS) Reflect.deleteProperty(process, power);
}
