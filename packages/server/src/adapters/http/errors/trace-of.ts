/** The log's record of an error. */
export interface Trace {
  readonly type: string;
  readonly code?: string | number;
  /** The calls, innermost first. */
  readonly at?: readonly string[];
  /** The error that caused it. */
  readonly cause?: Trace;
}

/** A code as systems, drivers and Node set it; any other value may hold private data. */
const CODE = /^[A-Za-z0-9_]{1,60}$/;

/** Returns the lines of a stack, without the message before them, which may have several lines. */
const callsOf = ({ stack = '', message }: Error): string[] => {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return after.split('\n').flatMap((line) => (/^ +at /.test(line) ? [line.trim()] : []));
};

/**
 * Returns an error without its text. Messages and fields of a driver's or a parser's error repeat their input: whole
 * documents, a piece of a body, an address. Name, code and the lines of our own source are enough to find the place.
 */
export function traceOf(error: unknown, depth = 3): Trace {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const at = callsOf(error);
  return {
    type: CODE.test(error.name) ? error.name : 'Error',
    ...((typeof code === 'number' || (typeof code === 'string' && CODE.test(code))) && { code }),
    ...(at.length > 0 && { at }),
    ...(error.cause !== undefined && depth > 0 && { cause: traceOf(error.cause, depth - 1) }),
  };
}
