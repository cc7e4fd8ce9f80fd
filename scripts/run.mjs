import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '..');

/** Keeps our tools from asking the network for newer versions, and from reporting that they ran. */
const quiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' };

/** Runs a Node program, its path from the root, its output on ours; returns its exit status. */
export function run(path, ...args) {
  const { status, error } = spawnSync(process.execPath, [join(root, path), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quiet },
  });
  if (error) throw error;
  return status ?? 1;
}
