import type { RequestHandler } from 'express';
import { cleanEmail, cleanName, cleanPhone } from '../../../domain/person/written.ts';
import { resolve, type OpenApiDocument, type Schema } from '../spec/document.ts';
import type { Operation } from '../spec/operations.ts';

/** The functions that normalize texts of a format of the contract, which people write in many ways. */
const cleaners: Readonly<Record<string, (text: string) => string>> = {
  email: cleanEmail,
  name: cleanName,
  phone: cleanPhone,
};

interface Shape extends Schema {
  readonly items?: Schema;
}

/**
 * Brings names, e-mail addresses and phone numbers of a body into one form before anything is validated, fingerprinted
 * or stored (R40). Goes only where the contract goes, and changes no value but texts of these formats.
 */
export function cleanTexts(spec: OpenApiDocument, { path, method }: Operation): RequestHandler {
  const schema = spec.paths[path]![method]!.requestBody?.content['application/json']?.schema;
  return (request, _response, next) => {
    if (schema) request.body = cleanedTexts(spec, schema, request.body);
    next();
  };
}

/** The value with its texts brought into one form, in place, as far as the schema has them. */
export function cleanedTexts(spec: OpenApiDocument, schema: Schema, value: unknown): unknown {
  const { format, properties, items }: Shape = resolve<Schema>(spec, schema);
  if (typeof value === 'string') return cleaners[format ?? '']?.(value) ?? value;
  if (Array.isArray(value)) return items ? value.map((item) => cleanedTexts(spec, items, item)) : value;
  if (!properties || typeof value !== 'object' || value === null) return value;
  // In the place where it stands, so that a name such as `__proto__` stays what it was.
  for (const [name, part] of Object.entries(properties))
    if (Object.hasOwn(value, name)) {
      const fields = value as Record<string, unknown>;
      fields[name] = cleanedTexts(spec, part, fields[name]);
    }
  return value;
}
