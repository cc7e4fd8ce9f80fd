import { basename, dirname } from 'node:path';

/** The modules with which parts begin. */
const BEGINNING = /\/define[^/]*[.]ts$/;

/**
 * Writes to `fileName` which files each later part of a page takes, beside the page's own: the file of the part and all
 * that it imports, by the name of the part. That is the folder of its `define.ts`, or the name of its file. The server
 * has the browser fetch them together with the page, and not one after another.
 */
export function preloads(fileName) {
  return {
    name: 'preloads',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const of = (file, seen = new Set()) => {
        const { isEntry, imports } = bundle[file];
        if (isEntry || seen.has(file)) return seen;
        seen.add(file);
        for (const needed of imports) of(needed, seen);
        return seen;
      };
      const parts = chunks
        .filter(({ isEntry }) => !isEntry)
        .flatMap(({ fileName: file, moduleIds }) =>
          moduleIds.filter((module) => BEGINNING.test(module)).map((module) => [nameOf(module), [...of(file)]]),
        );
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(Object.fromEntries(parts.sort())) });
    },
  };
}

/** Returns the name of a part by the module with which it begins. */
function nameOf(module) {
  const name = basename(module, '.ts');
  return name === 'define' ? basename(dirname(module)) : name;
}
