import type { Part } from './parts.mjs';

/** Builds parts, and prints a line of each. Resolves to whether all went well. */
export function buildParts(wanted: readonly Part[], print?: (line: string) => void): Promise<boolean>;
