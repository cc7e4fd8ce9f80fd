import { methods, resolve } from '../spec/document.ts';
import type { OpenApiDocument, OperationObject, Parameter, Reference } from '../spec/document.ts';

/** Refused from a browser, so no page may ask for them. */
const SERVER_KEYS: readonly string[] = ['secretKey', 'operatorKey'];

/** Marks an operation that only a server's key opens, or only another program can call. */
export const SERVER_ONLY = 'x-server-only';

const PREFACE = `**Trying it out** works with a publishable key or with the access token of a session: *Authorize* takes them. Secret keys are refused from a browser, and whoever opens a page could
read them, so operations for a partner's own server can only be read here. The ids in examples are made up: put in yours, as \`listCoaches\` answers them.`;

/**
 * Returns the contract as the reference page shows it. A browser can call what the page offers to try: it asks for no
 * keys of servers, and fills in no parameter before, since a clock or a range that was not chosen would decide the
 * answer. The contract itself stays at `/openapi.json`.
 */
export function tryableReference(spec: OpenApiDocument): object {
  const { securitySchemes, ...components } = spec.components as Record<string, object>;
  const schemes = Object.entries(securitySchemes ?? {}).filter(([name]) => !SERVER_KEYS.includes(name));
  const { description = '', ...info } = spec.info as { readonly description?: string };
  const paths = Object.entries(spec.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, tryable(spec, operation)]] : [];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }];
  });
  return {
    ...spec,
    info: { ...info, description: `${description}\n\n${PREFACE}` },
    security: openToBrowsers(spec.security),
    paths: Object.fromEntries(paths),
    components: { ...components, securitySchemes: Object.fromEntries(schemes) },
  };
}

function tryable(spec: OpenApiDocument, operation: OperationObject): object {
  const callers = operation.security ?? spec.security;
  const security = openToBrowsers(callers);
  const parameters = operation.parameters?.map((parameter) => withoutExample(spec, parameter));
  return {
    ...operation,
    security,
    ...(parameters && { parameters }),
    ...((operation['x-called-by'] || (callers.length > 0 && security.length === 0)) && { [SERVER_ONLY]: true }),
  };
}

function openToBrowsers(callers: OpenApiDocument['security']): OpenApiDocument['security'] {
  return callers.filter((caller) => !Object.keys(caller).some((scheme) => SERVER_KEYS.includes(scheme)));
}

/** Swagger UI sends the value of an example, unless the field is cleared. */
function withoutExample(spec: OpenApiDocument, parameter: Parameter | Reference): object {
  const { example, ...rest } = resolve<Parameter & { readonly example?: unknown }>(spec, parameter);
  const { example: usual, ...schema } = resolve(spec, rest.schema);
  return { ...rest, schema };
}
