import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const NAME = 'operation-apart:';
const IMPORT = /import\s*\*\s*as\s+contract\s+from\s*["']@coach-booking\/contract\/operations["'];?/;

/** Returns the operations of the contract (`source`, an absolute path) by name. */
async function operationsIn(source) {
  const { code } = await transform(await readFile(source, 'utf8'), { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/**
 * Makes each operation of the contract a module of its own. All in one, those that only a later file calls would lie in
 * the file that a page loads first, since that calls some of them.
 */
export function operationsApart(source) {
  let operations;
  return {
    name: 'operations-apart',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      operations ??= operationsIn(source);
      return `export default ${JSON.stringify((await operations)[id.slice(NAME.length + 1)])};`;
    },
    transform(code) {
      if (!IMPORT.test(code)) return null;
      const names = new Set();
      const used = code.replace(IMPORT, '').replace(/\bcontract\.(\w+)/g, (_, name) => {
        names.add(name);
        return `contract_${name}`;
      });
      const imports = [...names].map((name) => `import contract_${name} from '${NAME}${name}';`);
      return { code: `${imports.join('\n')}\n${used}`, map: null };
    },
  };
}
