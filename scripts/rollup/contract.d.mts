import type { Plugin } from 'rollup';

export declare function contract(source: string, fileName: string): Plugin;
