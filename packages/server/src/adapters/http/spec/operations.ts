import type { OperationId } from '../../../application/kernel/contract.ts';
import {
  methods,
  resolve,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
} from './document.ts';

export type Scheme = 'publishableKey' | 'secretKey' | 'session' | 'bookingToken' | 'operatorKey';

/** One operation of the contract, in the form that Express and the steps of a request use. */
export interface Operation {
  readonly id: OperationId;
  readonly method: Method;
  /** As the contract writes it: `/v1/coaches/{coach}`. */
  readonly path: string;
  /** As Express writes it: `/v1/coaches/:coach`. */
  readonly route: string;
  /** Any of these opens it; none means that it is open to all. */
  readonly schemes: ReadonlySet<Scheme>;
  /** The status of success. */
  readonly status: number;
  /** Media types of the body; empty when it takes none. */
  readonly bodyTypes: readonly string[];
  readonly parameters: readonly Parameter[];
}

const schemesOf = (spec: OpenApiDocument, operation: OperationObject): Set<Scheme> => {
  const names = (operation.security ?? spec.security).flatMap((requirement) => Object.keys(requirement));
  return new Set(names.map((name) => (name === 'publishableKeyQuery' ? 'publishableKey' : (name as Scheme))));
};

/** Returns every operation of the contract, in its order. */
export function operationsOf(spec: OpenApiDocument): Operation[] {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      return {
        id: operation.operationId as OperationId,
        method,
        path,
        route: path.replaceAll(/\{(\w+)\}/g, ':$1'),
        schemes: schemesOf(spec, operation),
        status: Number(Object.keys(operation.responses).find((status) => status.startsWith('2'))),
        bodyTypes: Object.keys(operation.requestBody?.content ?? {}),
        parameters: (operation.parameters ?? []).map((parameter) => resolve<Parameter>(spec, parameter)),
      };
    }),
  );
}
