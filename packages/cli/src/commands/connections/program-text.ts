import type { LocalProgram } from '@bourse/core';

export function programText({ port, certificate }: LocalProgram): string {
  return `port ${port} of this machine, by ${certificate}`;
}
