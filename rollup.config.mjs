import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import json from '@rollup/plugin-json';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import htmlLiterals from 'rollup-plugin-html-literals';
import { dropIns, folderOf } from './scripts/drop-ins.mjs';
import { inlined } from './scripts/rollup/inlined.mjs';
import { contract } from './scripts/rollup/contract.mjs';
import { licenses } from './scripts/rollup/licenses.mjs';
import { preloads } from './scripts/rollup/preloads.mjs';
import { operationsApart } from './scripts/rollup/operations-apart.mjs';

const packages = join(import.meta.dirname, 'packages');
const typescript = (target) => esbuild({ target, tsconfig: false });

/**
 * One file per module, in the folders of `src`, so that `import.meta.url` is as deep as in the sources. Packages of npm
 * stay imports, but for those that are taken `within`; their data does not, nor do packages of this repository that are
 * not on npm, but for those `apart`, which lie beside it.
 */
function modules(name, target, entries, { plugins = [], apart = /^$/, within = /^$/ } = {}) {
  const src = join(packages, name, 'src');
  const input = entries.map((entry) => join(src, entry));
  return {
    input,
    external: (id) => !/^[./]|[.]json$/.test(id) && !within.test(id) && (!inlined.id.test(id) || apart.test(id)),
    plugins: [
      nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['source'] }),
      json(),
      typescript(target),
      ...plugins,
    ],
    output: {
      dir: join(packages, name, 'dist'),
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: src,
      entryFileNames: ({ name: module }) =>
        `${module.replace(inlined.source, '$1/').replace(/^.*node_modules\//, 'vendor/')}.js`,
      sourcemap: true,
    },
  };
}

/**
 * A file for each entry, and chunks for what they share or load later: for a package whose users import its entries
 * alone, and whose modules are ten times as many.
 */
function chunks(name, target, entries, { chunkFileNames, sourcemap = false, ...more }) {
  const { output, ...options } = modules(name, target, [], more);
  const { dir, format } = output;
  return {
    ...options,
    input: Object.fromEntries(entries.map((entry) => [entry, join(packages, name, 'src', `${entry}.ts`)])),
    output: { dir, format, sourcemap, entryFileNames: '[name].js', chunkFileNames },
  };
}

/**
 * White space in a template or sheet becomes as little as means the same, and comments go; nothing is put in another
 * order or other words.
 */
const templates = {
  conservativeCollapse: true,
  decodeEntities: false,
  minifyCSS: { level: 0 },
  minifyJS: false,
  removeEmptyAttributes: false,
};

/** Takes the white space after commas out of the sheets of our own, which the minifier leaves. */
const sheets = {
  name: 'sheets',
  transform: (code, id) =>
    /node_modules/.test(id)
      ? null
      : { code: code.replaceAll(/\bcss`[^`]*`/g, (sheet) => sheet.replaceAll(/,\s+/g, ',')), map: null },
};

/**
 * Templates of `svg` stay as they are written: without an `<svg>` around them the minifier takes them for HTML, drops
 * the `/` of `/>`, and each element swallows the next one.
 */
const shouldMinify = ({ tag }) => /html/i.test(tag ?? '');

/**
 * The one file a page loads for an element, everything in it but the languages other than English, which `import()`
 * fetches from `chunks/` beside it. A module: `<script type="module" src="…/coach-booking.js">`. Two elements share no
 * file: a page rarely has both.
 */
function dropIn(name, source) {
  return {
    input: { [name]: join(import.meta.dirname, source) },
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['source', 'production'] }),
      typescript('es2022'),
      // A page that shares operations among many files would get a file for each.
      name.startsWith('coach-') && operationsApart(join(packages, 'contract/src/generated/operations.ts')),
      htmlLiterals({
        exclude: '**/node_modules/**',
        failOnError: true,
        options: { minifyOptions: templates, shouldMinify },
      }),
      sheets,
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': "'production'" } }),
      // Terser alone leaves 400 bytes more: after esbuild its names and expressions repeat more often, which brotli
      // likes.
      minify({ target: 'es2022', legalComments: 'none' }),
      terser({
        module: true,
        ecma: 2022,
        compress: { passes: 3, unsafe_arrows: true, inline: 1, keep_fargs: false },
        format: { comments: false },
      }),
      licenses(`${name}.licenses.txt`),
      name === 'desk-page' && preloads('desk-page.preloads.json'),
    ],
    output: {
      dir: join(import.meta.dirname, folderOf(source)),
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      // A browser has six connections to a server that speaks HTTP/1.1: twenty small files are four waits.
      ...(name === 'desk-page' && { experimentalMinChunkSize: 2_500 }),
    },
  };
}

/**
 * Every bundle by its name, the slowest first. `served`: the demo runs it, serves it, or has an example that imports
 * it. Built by scripts/build.mjs.
 */
export const bundles = {
  ...Object.fromEntries(
    Object.entries(dropIns).map(([name, source]) => [name, { served: true, options: dropIn(name, source) }]),
  ),
  server: {
    served: true,
    // Of 1,100 modules, a third of the time of a start is spent on finding them. The chunks lie at the top, so that
    // `import.meta.url` is as deep as in the sources there.
    options: chunks(
      'server',
      'node20',
      [
        ...['index', 'main', 'seed', 'migrate', 'reseal', 'backup', 'restore', 'partner'],
        // The threads that render templates, and read calendars of others.
        ...['adapters/templates/worker', 'adapters/calendar-in/worker'],
      ],
      {
        chunkFileNames: 'chunk-[hash].js',
        sourcemap: true,
        plugins: [contract(join(import.meta.dirname, 'openapi.yaml'), 'openapi.json')],
        apart: /^@coach-booking\/time\//,
      },
    ),
  },
  sdk: { served: true, options: modules('sdk', 'es2022', ['index.ts', 'testing/index.ts']) },
  'embedded-mongodb': {
    served: true,
    options: modules('embedded-mongodb', 'node20', ['index.ts', 'bin.ts', 'worker.ts']),
  },
  time: {
    served: true,
    options: modules(
      'time',
      'node20',
      readdirSync(join(packages, 'time/src')).filter((name) => !name.endsWith('.test.ts')),
      { plugins: [licenses('licenses.txt')], within: /^(@date-fns\/utc|date-fns)\// },
    ),
  },
  elements: {
    served: false,
    options: chunks('elements', 'es2022', ['index', 'coach-booking/define', 'coach-calendar/define'], {
      chunkFileNames: 'chunks/[name].js',
    }),
  },
};
