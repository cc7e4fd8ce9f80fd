import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

/**
 * Writes a generated file, its path from the root. Started with `--check`, it only compares, names a stale file on stderr and leaves exit
 * status 1.
 */
export function generatedFile(path, text) {
  const file = join(root, path);
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  if (read(file) === text) return;
  console.error(`${relative(root, file)} is stale: run npm run generate`);
  process.exitCode = 1;
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};
