import { readFile } from 'node:fs/promises';
import type { OpenApiDocument } from './document.ts';

/** The places where the contract may be, as absolute paths. */
export interface SpecFiles {
  /** The build's output, JSON; absent when the server runs from its sources. */
  readonly built: string;
  /** openapi.yaml itself. */
  readonly source: string;
}

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/**
 * Loads the contract as the build has parsed it; from the sources, which takes seconds, as it is in openapi.yaml.
 * Rejects where neither can be read.
 */
export async function loadSpec({ built, source }: SpecFiles): Promise<OpenApiDocument> {
  const text = await textOf(built);
  if (text !== null) return JSON.parse(text) as OpenApiDocument;
  const { readSpec } = await import('./read-spec.ts');
  return readSpec(await readFile(source, 'utf8'));
}
