import type { CalledByOthersId, OperationId } from '../../../application/kernel/contract.ts';
import {
  methods,
  resolve,
  type CalledBy,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
} from './document.ts';

export type Scheme = 'publishableKey' | 'secretKey' | 'session' | 'bookingToken' | 'operatorKey';

/** One operation of the contract, in the form that Express and the steps of a request use. */
export interface Operation {
  readonly id: OperationId | CalledByOthersId;
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
  /** Set when no function of the SDK calls it. */
  readonly calledBy?: CalledBy;
}

/** One operation that answers the SDK. */
export interface SdkOperation extends Operation {
  readonly id: OperationId;
}

/** One operation that is called by programs that others have written. */
export interface OperationForOthers extends Operation {
  readonly id: CalledByOthersId;
  readonly calledBy: CalledBy;
}

const schemesOf = (spec: OpenApiDocument, operation: OperationObject): Set<Scheme> => {
  const names = (operation.security ?? spec.security).flatMap((requirement) => Object.keys(requirement));
  return new Set(names.map((name) => (name === 'publishableKeyQuery' ? 'publishableKey' : (name as Scheme))));
};

const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const everyOperation = (spec: OpenApiDocument): Operation[] =>
  Object.entries(spec.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const calledBy = operation['x-called-by'];
      return {
        id: operation.operationId as Operation['id'],
        method,
        path,
        route: routeOf(path),
        schemes: schemesOf(spec, operation),
        status: Number(Object.keys(operation.responses).find((status) => /^[23]/.test(status))),
        bodyTypes: Object.keys(operation.requestBody?.content ?? {}),
        parameters: (operation.parameters ?? []).map((parameter) => resolve<Parameter>(spec, parameter)),
        ...(calledBy && { calledBy }),
      };
    }),
  );

/** Returns every operation of the contract that answers the SDK, in its order. */
export function operationsOf(spec: OpenApiDocument): SdkOperation[] {
  return everyOperation(spec).filter((operation): operation is SdkOperation => !operation.calledBy);
}

/** Returns the operations that are called by programs that others have written, in the contract's order. */
export function operationsForOthers(spec: OpenApiDocument): OperationForOthers[] {
  return everyOperation(spec).filter((operation): operation is OperationForOthers => operation.calledBy !== undefined);
}

/** Returns all paths of an operation, as Express writes them. */
export function routesOf({ path, calledBy }: Operation): string[] {
  return [path, ...(calledBy?.also ?? [])].map(routeOf);
}
