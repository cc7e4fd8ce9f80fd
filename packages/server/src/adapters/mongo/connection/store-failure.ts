import { mongo } from 'mongoose';

/** The reason why the store failed, when it is not the command's fault: the same command may succeed later. */
export type StoreFailure = 'unreachable' | 'not writable';

/**
 * No server, no answer in time, no free connection, or an interrupted one: by the names of the driver and of Mongoose.
 */
const names = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'PoolClearedOnNetworkError',
  'MongoStalePrimaryError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
]);

/** A server's code: its disk is full. */
const OUT_OF_DISK = 14031;
/** A server's codes: it is not the primary, stops, cannot reach another, was too slow, or lost what it had begun. */
const codes = new Set<unknown>([
  6, 7, 43, 50, 64, 89, 91, 112, 133, 189, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436,
]);

/** The system's codes, which the driver passes on when a connection is cut while it writes. */
const systemCodes = new Set<unknown>([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTCONN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** A file system's errors, as some servers pass them on. */
const FULL = /ENOSPC|no space left|out of disk/i;

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** Returns an error with its causes, and those of each write of a batch. */
const withCauses = (error: unknown, depth = 4): Error[] => {
  if (!(error instanceof Error) || depth === 0) return [];
  if (!(error instanceof mongo.MongoBulkWriteError)) return [error, ...withCauses(error.cause, depth - 1)];
  const parts = [...[error.writeErrors].flat(), error.result.getWriteConcernError()].filter((one) => one !== undefined);
  // The driver keeps errors on the way as the server's answer.
  return [
    error,
    ...withCauses(error.errorResponse, depth - 1),
    ...parts.map(({ code, errmsg }) => Object.assign(new Error(errmsg), { code })),
  ];
};

/** Returns why the store failed, or undefined for another error. By names and codes, since messages differ. */
export function storeFailureOf(error: unknown): StoreFailure | undefined {
  const errors = withCauses(error);
  if (errors.some((one) => codeOf(one) === OUT_OF_DISK || codeOf(one) === 'ENOSPC' || FULL.test(one.message)))
    return 'not writable';
  const isGone = (one: Error): boolean =>
    names.has(one.name) ||
    codes.has(codeOf(one)) ||
    systemCodes.has(codeOf(one)) ||
    (one instanceof mongo.MongoError && one.hasErrorLabel(mongo.MongoErrorLabel.RetryableWriteError));
  return errors.some(isGone) ? 'unreachable' : undefined;
}
