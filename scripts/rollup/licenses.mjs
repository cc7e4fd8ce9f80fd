import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the licence texts of every npm package in the bundle to `fileName` beside it, as those licences demand, and
 * leaves one line in each chunk that refers to it. Stops the build when a bundled package has no licence file.
 */
export function licenses(fileName) {
  return {
    name: 'licenses',
    renderChunk: (code) => ({ code: `/*! licences: ${fileName} */\n${code}`, map: null }),
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const packages = [...new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageFolder))].sort();
      const texts = packages.map((folder) => {
        const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) this.error(`${name} is bundled but has no licence file`);
        return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName, source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

function packageFolder(id) {
  let folder = dirname(id);
  while (!existsSync(join(folder, 'package.json')) || !/\/node_modules\/(@[^/]+\/)?[^/]+$/.test(folder))
    folder = dirname(folder);
  return folder;
}
