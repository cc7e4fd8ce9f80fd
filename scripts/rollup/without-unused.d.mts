import type { Plugin } from 'rollup';

/** Takes out of Lit and ky what no drop-in can reach. */
export function withoutUnused(): Plugin;
