import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One broken rule; paths are from the folder that was looked at. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Applies `.dependency-cruiser.cjs` to folders under `cwd`, which needs a `tsconfig.json`. */
export async function violationsIn(cwd: string, folders: readonly string[]): Promise<Violation[]> {
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', ...folders],
    {
      cwd,
      maxBuffer: 256 * 2 ** 20,
    },
  ).catch((error: unknown) => {
    // With violations the exit status is their number, and the answer is on stdout all the same.
    if (typeof error === 'object' && error !== null && 'stdout' in error && String(error.stdout).startsWith('{'))
      return { stdout: String(error.stdout) };
    throw error;
  });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
