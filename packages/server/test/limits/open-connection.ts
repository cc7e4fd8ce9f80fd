import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import mongoose, { type Connection } from 'mongoose';

export interface TestStore {
  /** Names the database of this test. */
  readonly uri: string;
  readonly connection: Connection;
  /** A second process would have this: another connection to the same database. */
  another(): Promise<Connection>;
  close(): Promise<void>;
}

/** The MongoDB of TEST_MONGODB_URI, else an embedded one that lives as long as the test. */
const startServer = async (): Promise<{ uri: string; stop(): Promise<void> }> => {
  const given = process.env.TEST_MONGODB_URI;
  if (given) return { uri: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'store-test-'));
  const embedded = await startEmbeddedMongoDB({ dataDir });
  return {
    uri: embedded.uri,
    async stop() {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A database of its own, dropped at the end. */
export async function openTestStore(): Promise<TestStore> {
  const server = await startServer();
  const opened: Connection[] = [];
  const dbName = `t_${randomUUID().slice(0, 8)}`;
  const another = async (): Promise<Connection> => {
    const connection = await mongoose.createConnection(server.uri, { dbName }).asPromise();
    opened.push(connection);
    return connection;
  };
  return {
    uri: server.uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${dbName}`),
    connection: await another(),
    another,
    async close() {
      await opened[0]!.dropDatabase();
      await Promise.all(opened.map((connection) => connection.close()));
      await server.stop();
    },
  };
}
