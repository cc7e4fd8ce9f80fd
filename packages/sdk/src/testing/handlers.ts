import { http, HttpResponse } from 'msw';
import type { HttpHandler, JsonBodyType } from 'msw';
import { examples } from '@coach-booking/contract/examples';
import type { OperationId, OutputOf } from '../transport/operation-types.ts';

/**
 * The replacement of an example: the `data` (or text, or bare JSON) to answer, a whole response such as
 * `problem('SLOT_TAKEN')`, or a function that returns one.
 */
export type Answer<K extends OperationId> =
  OutputOf<K> | Response | ((request: Request) => Response | Promise<Response>);

export interface HandlersOptions {
  /** Origin of the API; any origin when absent. */
  readonly baseUrl?: string;
  readonly answers?: { readonly [K in OperationId]?: Answer<K> };
}

interface Example {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: JsonBodyType;
  /** The content type of an answer that is no JSON. */
  readonly type?: string;
}

/**
 * Returns one msw handler for each operation of the contract, which answers its example: `setupServer(...handlers({
 * baseUrl, answers }))`. For one test put others before them with `server.use(...handlers({ answers }))`.
 */
export function handlers({ baseUrl = '*', answers = {} }: HandlersOptions = {}): HttpHandler[] {
  const given: Readonly<Record<string, unknown>> = answers;
  return Object.entries<Example>(examples).map(([operation, example]) => {
    const method = example.method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete';
    const path = baseUrl.replace(/\/+$/, '') + example.path.replace(/{(\w+)}/g, ':$1');
    return http[method](path, ({ request }) => respond(example, given[operation], request));
  });
}

function respond({ status, body, type }: Example, answer: unknown, request: Request): Response | Promise<Response> {
  if (typeof answer === 'function') return answer(request);
  if (answer instanceof Response) return answer.clone();
  if (type)
    return new HttpResponse(typeof answer === 'string' ? answer : String(body), {
      status,
      headers: { 'Content-Type': type },
    });
  if (answer === undefined) return HttpResponse.json(body, { status });
  return HttpResponse.json('data' in Object(body) ? { ...Object(body), data: answer } : Object(answer), { status });
}
