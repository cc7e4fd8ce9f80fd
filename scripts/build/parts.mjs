import { existsSync } from 'node:fs';
import { bundles } from '../../rollup.config.mjs';

/**
 * The parts of a build, the slowest first, so that none of them begins when the others are done. `served`: the demo
 * serves or runs it, or an example beside it does; the rest is for publishing. A part is a bundle of rollup.config.mjs
 * by its name, or a program with its arguments.
 */
export const parts = [
  {
    name: 'declarations of sdk and elements',
    program: ['scripts/build/declarations.mjs'],
    served: false,
  },
  ...Object.entries(bundles).map(([name, { served }]) => ({ name, bundle: name, served })),
  {
    name: 'manifest of the elements',
    program: [
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--quiet',
      '--config',
      'scripts/element-manifest.config.mjs',
    ],
    served: false,
  },
];

/** Returns the missing sources with which bundles begin. */
export function missingEntries(of = bundles) {
  return Object.values(of)
    .flatMap(({ options }) => Object.values(options.input))
    .filter((entry) => !existsSync(entry));
}
