/** MongoDB's own error codes that this server uses, by name. */
export const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  NotImplemented: 238,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  KeyTooLong: 17280,
  Location40324: 40324,
  Location40414: 40414,
  Location40415: 40415,
} as const;

export type CodeName = keyof typeof codes;

/** An error that is sent to the client like MongoDB's: `{ ok: 0, code, codeName, errmsg, ...extra }`. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  /** Further fields of the answer, such as `keyPattern` and `keyValue` of a duplicate key. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(codeName: CodeName | number, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CommandError';
    this.code = typeof codeName === 'number' ? codeName : codes[codeName];
    this.codeName = typeof codeName === 'number' ? `Location${codeName}` : codeName;
    this.extra = extra;
  }
}

export function badValue(message: string): CommandError {
  return new CommandError('BadValue', message);
}

export function failedToParse(message: string): CommandError {
  return new CommandError('FailedToParse', message);
}

/** Returns the error for a feature of MongoDB that this server lacks: it rejects rather than answer something else. */
export function notImplemented(what: string): CommandError {
  return new CommandError('NotImplemented', `${what} is not supported by the embedded server`);
}
