import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '..');

/** No tool of ours asks the network whether there is a newer one, or tells anyone that it ran. */
const quiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' };

/** Runs a bin of node_modules from the root, its output on ours; answers its exit status. */
export function bin(path, ...args) {
  const { status, error } = spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quiet },
  });
  if (error) throw error;
  return status ?? 1;
}
