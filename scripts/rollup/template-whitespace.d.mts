import type { Plugin } from 'rollup';

/** Takes the indentation out of Lit's `html`, `svg` and `css` literals. */
export function templateWhitespace(): Plugin;
