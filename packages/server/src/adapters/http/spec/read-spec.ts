import { parse } from 'yaml';
import type { OpenApiDocument } from './document.ts';

/**
 * Parses the text of openapi.yaml, with merge keys (`<<`). Its content is checked by the linter and the contract tests.
 */
export function readSpec(text: string): OpenApiDocument {
  return parse(text, { merge: true }) as OpenApiDocument;
}
