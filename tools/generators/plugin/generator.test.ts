import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../root.ts';

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

test(
  'Nx finds the generator, and says what it would write',
  async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'node_modules', '.bin', 'nx'), 'g', './tools/generators:plugin', 'my-bank', '--dry-run'],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          NX_DAEMON: 'false',
          NX_ISOLATE_PLUGINS: 'false',
          NO_COLOR: '1',
          CI: undefined,
        },
      },
    );
    expect(stdout).toContain('CREATE plugins/my-bank/plugin.json');
    expect(stdout).toContain('CREATE .changeset/plugin-my-bank-first-release.md');
    expect(existsSync(join(ROOT, 'plugins', 'my-bank'))).toBe(false);
  },
  PATIENCE_MS,
);
