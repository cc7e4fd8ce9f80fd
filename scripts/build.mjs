// Builds every package into its dist/: JavaScript by rollup, declarations of what is published by tsc, the manifest of the elements by its analyzer.
// With --if-stale it does nothing when no source is newer than the last complete build, or when only what runs is installed and nothing that builds.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, root } from './run.mjs';

const stamp = join(root, 'node_modules/.cache/coach-booking-built');
const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
const sources = [
  ...packages.map((folder) => join(folder, 'src')),
  ...['rollup.config.mjs', 'package-lock.json'].map((file) => join(root, file)),
];

const canBuild = existsSync(join(root, 'node_modules/rollup'));
if (!process.argv.includes('--if-stale') || (canBuild && stale())) build();

function build() {
  rmSync(stamp, { force: true });
  const started = new Date();
  for (const folder of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const status =
    run('node_modules/rollup/dist/bin/rollup', '--config', '--failAfterWarnings') ||
    run('node_modules/typescript/bin/tsc', '--build', 'packages/sdk', 'packages/elements') ||
    run('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--config', 'scripts/element-manifest.config.mjs');
  if (status !== 0) process.exit(status);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${started.toISOString()}\n`);
}

function stale() {
  if (!existsSync(stamp) || packages.some((folder) => !existsSync(join(folder, 'dist')))) return true;
  const built = Date.parse(readFileSync(stamp, 'utf8').trim());
  return sources.some((source) => newest(source) > built);
}

/** When a file, or anything under a folder, was last changed, in milliseconds. */
function newest(path) {
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory() ? Math.max(mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry)))) : mtimeMs;
}
