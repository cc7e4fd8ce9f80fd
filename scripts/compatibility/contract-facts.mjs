const methods = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * Returns what callers rely on in `openapi.yaml`, one fact in a line: operations and their addresses, what may be sent,
 * what is answered. Facts that begin with `must send` are demands: of these a later release may have fewer and not
 * more, of all others more and not fewer.
 */
export function contractFacts(spec) {
  const facts = new Set();
  const walked = new Set();

  function resolve(node) {
    if (!node?.$ref) return node;
    const [, ...path] = node.$ref.split('/');
    return path.reduce((at, key) => at[key.replaceAll('~1', '/')], spec);
  }

  /** Notes the facts of a schema at a place; those of a named one once for each direction. */
  function walk(node, place, direction) {
    if (!node) return;
    if (node.$ref) {
      const name = node.$ref.split('/').at(-1);
      facts.add(`${place} is ${name}`);
      const at = `${direction} ${name}`;
      if (walked.has(at)) return;
      walked.add(at);
      walk(resolve(node), at, direction);
      return;
    }
    for (const type of [node.type ?? []].flat())
      facts.add(`${place} is ${type}${node.format ? ` (${node.format})` : ''}`);
    for (const value of node.enum ?? ('const' in node ? [node.const] : []))
      facts.add(`${place} knows ${JSON.stringify(value)}`);
    const required = new Set(node.required ?? []);
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      const at = `${place}.${name}`;
      facts.add(
        direction === 'answers' ? `${at} is there ${required.has(name) ? 'always' : 'sometimes'}` : `${at} may be sent`,
      );
      if (direction === 'answers' && required.has(name)) facts.add(`${at} is there sometimes`);
      if (direction === 'takes' && required.has(name)) facts.add(`must send ${at}`);
      walk(property, at, direction);
    }
    for (const part of node.allOf ?? []) walk(part, place, direction);
    for (const part of [...(node.oneOf ?? []), ...(node.anyOf ?? [])]) walk(part, `${place}|`, direction);
    walk(node.items, `${place}[]`, direction);
    if (typeof node.additionalProperties === 'object') walk(node.additionalProperties, `${place}.*`, direction);
  }

  for (const [path, item] of Object.entries(spec.paths))
    for (const method of methods.filter((name) => item[name])) {
      const operation = item[method];
      const id = operation.operationId;
      facts.add(`${id} is ${method.toUpperCase()} ${path}`);
      for (const given of [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)) {
        const place = `${id} takes ${given.in}.${given.name}`;
        facts.add(`${place} may be sent`);
        if (given.required && given.in !== 'path') facts.add(`must send ${place}`);
        walk(given.schema, place, 'takes');
      }
      const body = resolve(operation.requestBody);
      for (const [type, { schema }] of Object.entries(body?.content ?? {})) {
        facts.add(`${id} takes ${type}`);
        if (body.required) facts.add(`must send ${id} body`);
        walk(schema, `${id} takes body`, 'takes');
      }
      for (const [status, response] of Object.entries(operation.responses).filter(([code]) => code.startsWith('2')))
        for (const [type, { schema }] of Object.entries(resolve(response).content ?? {})) {
          facts.add(`${id} answers ${status} ${type}`);
          walk(schema, `${id} answers ${status}`, 'answers');
        }
    }
  for (const code of resolve(spec.components.schemas.ErrorCode)?.enum ?? []) facts.add(`refusals know ${code}`);
  return [...facts].sort();
}
