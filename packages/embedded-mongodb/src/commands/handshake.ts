import { MAX_DOCUMENT_BYTES } from '../values/bson.ts';
import { MAX_MESSAGE_BYTES } from '../wire/message.ts';
import type { Command } from './context.ts';

const version = '7.0.0';

/**
 * Returns the answer of a standalone MongoDB 7.0. It announces no sessions: drivers then send none, and no
 * transactions.
 */
export const hello: Command = ({ body, connectionId, now }) => ({
  ...('hello' in body ? { isWritablePrimary: true } : { ismaster: true }),
  helloOk: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: now,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
});

export const ping: Command = () => ({});

export const endSessions: Command = () => ({});

export const buildInfo: Command = () => ({
  version,
  versionArray: version.split('.').map(Number).concat(0),
  gitVersion: 'embedded',
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  modules: [],
});

export const connectionStatus: Command = () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } });

export const serverStatus: Command = ({ now }) => ({
  host: 'localhost',
  version,
  process: 'embedded-mongodb',
  pid: process.pid,
  uptime: process.uptime(),
  localTime: now,
});
