import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpec } from '../spec/read-spec.ts';
import type { OpenApiDocument, OperationObject } from '../spec/document.ts';
import { SERVER_ONLY, tryableReference } from './tryable-reference.ts';

const spec = readSpec(readFileSync(join(import.meta.dirname, '../../../../../../openapi.yaml'), 'utf8'));
const before = JSON.stringify(spec);
const reference = tryableReference(spec) as OpenApiDocument;
const operations = Object.values(reference.paths)
  .flatMap((item) => Object.values(item) as OperationObject[])
  .filter(({ operationId }) => operationId);
const named = (id: string) => operations.find(({ operationId }) => operationId === id)!;

describe('F11 the reference page', () => {
  it('asks for no key that is refused from a browser', () => {
    expect(Object.keys(reference.components.securitySchemes as object)).toEqual(
      expect.arrayContaining(['publishableKey', 'session', 'bookingToken']),
    );
    const { info, ...rest } = reference;
    expect(
      JSON.stringify([rest.components.securitySchemes, rest.security, operations.map((one) => one.security)]),
    ).not.toMatch(/secretKey|operatorKey/);
  });

  it('offers to try what a key of a page or a session opens, and nothing else', () => {
    expect(named('listCoaches')).not.toHaveProperty(SERVER_ONLY);
    expect(named('getHealth')).not.toHaveProperty(SERVER_ONLY);
    expect(named('createPartner')).toHaveProperty(SERVER_ONLY, true);
    expect(named('receiveTwilioNews')).toHaveProperty(SERVER_ONLY, true);
  });

  it('fills in no parameter: neither the clock nor a range that nobody chose', () => {
    const parameters = operations.flatMap((one) => one.parameters ?? []);
    expect(parameters.length).toBeGreaterThan(200);
    for (const parameter of parameters) expect(JSON.stringify(parameter)).not.toContain('"example":');
  });

  it('leaves the contract itself as it is', () => expect(JSON.stringify(spec)).toBe(before));
});
