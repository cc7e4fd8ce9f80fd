/** What the log is told of an error. */
export interface Trace {
  readonly type: string;
  readonly code?: string | number;
  /** Where it came from, call by call, the innermost first. */
  readonly at?: readonly string[];
  /** The error that it came from. */
  readonly cause?: Trace;
}

/** A code as systems, drivers and Node give them; one that is anything else may hold anything. */
const CODE = /^[A-Za-z0-9_]{1,60}$/;

/** The lines of a stack, without the message before them, which may have lines of its own. */
const callsOf = ({ stack = '', message }: Error): string[] => {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return after.split('\n').flatMap((line) => (/^ +at /.test(line) ? [line.trim()] : []));
};

/**
 * An error without a word of what it was about. Messages and fields of a driver's or a parser's error repeat what they
 * were given: whole documents, a piece of a body, an address. Name, code and the lines of our own source are enough to
 * find the place.
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
