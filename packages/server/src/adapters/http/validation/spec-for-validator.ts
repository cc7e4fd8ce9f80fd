import type { OpenApiDocument, OperationObject, Parameter, Reference, Schema } from '../spec/document.ts';

const strict: Readonly<Record<string, Schema>> = {
  /** Zones are names that Intl knows; a schema cannot list them. */
  TimeZone: { format: 'time-zone' },
  /** One of two strings is one string with a format of ours; as `anyOf` the validator would read the text as JSON first. */
  Edge: { type: 'string', format: 'edge', anyOf: undefined },
  /** The format says all that the pattern says. */
  Instant: { pattern: undefined },
};

/** Without this the validator refuses `from=2026-04-14T13:00:00Z` and `timeZone=Europe/Berlin`, where a URL may well have `:` and `/`. */
const readable = (parameter: Parameter | Reference): Parameter | Reference =>
  'in' in parameter && parameter.in === 'query' ? Object.assign({}, parameter, { allowReserved: true }) : parameter;

const withoutUndefined = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));

const readableOperation = (operation: OperationObject): OperationObject =>
  operation.parameters ? { ...operation, parameters: operation.parameters.map(readable) } : operation;

/**
 * The part of the contract that the validator of one path needs, made to fit it. Beside what is said above: HEAD is GET, and examples go,
 * since it would look for references in them. The answer is a copy that the validator may change.
 */
export const specForValidator = (spec: OpenApiDocument, path: string): OpenApiDocument => {
  const { schemas, parameters, headers, responses, securitySchemes } = spec.components;
  const operations = Object.fromEntries(
    Object.entries(spec.paths[path]!).map(([method, operation]) => [method, readableOperation(operation)]),
  );
  const item = operations.get ? { ...operations, head: operations.get } : operations;
  const stricter = Object.entries(schemas).map(([name, schema]) => [
    name,
    name in strict ? withoutUndefined({ ...schema, ...strict[name] }) : schema,
  ]);
  return structuredClone({
    openapi: spec.openapi,
    info: spec.info,
    security: spec.security,
    paths: { [path]: item },
    components: {
      schemas: Object.fromEntries(stricter),
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, readable(parameter) as Parameter])),
      responses,
      headers,
      securitySchemes,
    },
  });
};
