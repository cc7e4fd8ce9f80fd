import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folders = ['packages', 'test', 'examples', 'scripts', 'docs'];
const notOurs = /(^|\/)(node_modules|dist|generated|coverage)(\/|$)/;

export interface SourceFile {
  /** The path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Returns every text file that people write here, and the contract. */
export function sources(): SourceFile[] {
  return ['openapi.yaml', ...folders.flatMap(filesUnder)]
    .filter((path) => /\.(c|m)?(ts|js)$|\.(md|html|css|ya?ml)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function filesUnder(folder: string): string[] {
  if (notOurs.test(folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
