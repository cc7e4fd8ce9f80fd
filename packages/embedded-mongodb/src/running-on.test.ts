import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runningOn, startEmbeddedMongoDB } from './index.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-mongodb-running-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const isUnix = process.platform !== 'win32';
const ways = [
  ['by a socket in it', 'data', 'socket'],
  ['R47 by a socket elsewhere, when its own path is too long', 'x'.repeat(120), 'socket'],
  ['by loopback and a secret, as on Windows', 'data', 'loopback'],
] as const;

describe('a server on its data folder', () => {
  test.each(isUnix ? ways : ways.slice(2))('finds a running server at %s, until it stops', async (_, name, over) => {
    const dataDir = join(parent, name);
    expect(await runningOn(dataDir)).toBeNull();
    const server = await startEmbeddedMongoDB({ dataDir, over });
    const found = await runningOn(dataDir);
    expect(found).toBe(server.uri);
    if (isUnix) expect((statSync(join(dataDir, 'store.uri')).mode & 0o777).toString(8)).toBe('600');
    const client = await new mongoose.mongo.MongoClient(found!).connect();
    await client.db().collection('things').insertOne({});
    await client.close();
    await server.stop();
    expect([await runningOn(dataDir), existsSync(join(dataDir, 'store.uri'))]).toEqual([null, false]);
  });

  test.each([
    ['a socket', `mongodb://${encodeURIComponent('/nowhere/store.sock')}/coach-booking`],
    ['a port', 'mongodb://127.0.0.1:1/coach-booking'],
  ])('finds no server where a killed process left %s behind', async (_, uri) => {
    const dataDir = join(parent, 'data');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'store.uri'), uri);
    expect(await runningOn(dataDir)).toBeNull();
    const server = await startEmbeddedMongoDB({ dataDir });
    expect(await runningOn(dataDir)).toBe(server.uri);
    await server.stop();
  });
});
