import type { Context } from '../../src/application/kernel/context.ts';
import type { UseCases } from '../../src/application/kernel/contract.ts';
import { resolve, type OpenApiDocument, type ResponseObject } from '../../src/adapters/http/spec/document.ts';
import { operationsOf } from '../../src/adapters/http/spec/operations.ts';

export interface Call {
  readonly operationId: string;
  readonly context: Context;
  readonly input: Readonly<Record<string, unknown>>;
}

const ownIds = new Set([
  'getHealth',
  'getReadiness',
  'getMetrics',
  'getKeySet',
  'watchSlots',
  'watchCalendar',
  'setUp',
]);

/** Returns the contract's example of a successful answer of an operation, without the envelope. */
export function exampleAnswer(spec: OpenApiDocument, operationId: string): object {
  const operation = operationsOf(spec).find(({ id }) => id === operationId)!;
  const response = spec.paths[operation.path]![operation.method]!.responses[operation.status]!;
  const { success: _envelope, ...answer } = resolve<ResponseObject>(spec, response).content!['application/json']!
    .example as {
    success: true;
  };
  return answer;
}

/** Returns use cases that answer with the contract's examples and record their calls; some replaced. */
export function exampleUseCases(
  spec: OpenApiDocument,
  replaced: Partial<UseCases> = {},
): { useCases: UseCases; calls: Call[] } {
  const calls: Call[] = [];
  const fakes = operationsOf(spec)
    .filter(({ id }) => !ownIds.has(id))
    .map(({ id }) => {
      const output = exampleAnswer(spec, id);
      const fake = async (context: Context, input: Call['input']): Promise<object> => {
        calls.push({ operationId: id, context, input });
        return output;
      };
      return [id, fake];
    });
  return { useCases: { ...(Object.fromEntries(fakes) as UseCases), ...replaced }, calls };
}
