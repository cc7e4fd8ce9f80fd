// Builds every package into its dist/: JavaScript by rollup, declarations of what is published by tsc, the manifest of
// the elements by its analyzer. With --served only what the demo serves; with --if-stale nothing when no source is
// newer than the last such build, or when only what runs is installed and nothing that builds.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const stamp = join(root, 'node_modules/.cache/coach-booking-built');
const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
const sources = [
  ...packages.map((folder) => join(folder, 'src')),
  ...[
    'rollup.config.mjs',
    'scripts/build',
    'scripts/drop-ins.mjs',
    'scripts/rollup',
    'openapi.yaml',
    'package-lock.json',
  ].map((path) => join(root, path)),
];

const servedOnly = process.argv.includes('--served');
const canBuild = existsSync(join(root, 'node_modules/rollup'));
if (!process.argv.includes('--if-stale') || (canBuild && isStale())) await build();

async function build() {
  const [{ buildParts, seconds }, { missingEntries, parts }] = await Promise.all([
    import('./build/build-parts.mjs'),
    import('./build/parts.mjs'),
  ]);
  const missing = missingEntries();
  if (missing.length > 0) {
    console.error(
      `The build begins with what is not there:\n${missing.map((entry) => `  ${relative(root, entry)}`).join('\n')}`,
    );
    process.exit(1);
  }
  const since = performance.now();
  const started = new Date();
  const wanted = parts.filter(({ served }) => served || !servedOnly);
  console.log(
    servedOnly ? 'Building what the demo serves. That is needed once, and after a change.' : 'Building every package.',
  );
  rmSync(stamp, { force: true });
  for (const folder of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  if (!(await buildParts(wanted))) process.exit(1);
  mkdirSync(dirname(stamp), { recursive: true });
  const folders = packages.filter((folder) => existsSync(join(folder, 'dist'))).map((folder) => relative(root, folder));
  writeFileSync(stamp, JSON.stringify({ started, servedOnly, folders }));
  console.log(`Built in ${seconds(since).trim()}.`);
}

function isStale() {
  const last = lastBuild();
  if (!last || (last.servedOnly && !servedOnly)) return true;
  if (last.folders.some((folder) => !existsSync(join(root, folder, 'dist')))) return true;
  return sources.some((source) => existsSync(source) && newest(source) > Date.parse(last.started));
}

/** Returns when the last complete build began, its scope, and the packages it wrote; null before the first. */
function lastBuild() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return null;
  }
}

/** Returns when a file, or anything under a folder, was last changed, in milliseconds. */
function newest(path) {
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory()
    ? Math.max(mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry))))
    : mtimeMs;
}
