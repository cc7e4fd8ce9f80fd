import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedMongoDB, type EmbeddedMongoDB } from './index.ts';

const { MongoClient } = mongoose.mongo;
const impatient = { serverSelectionTimeoutMS: 300 };

let parent: string;
let running: EmbeddedMongoDB[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-mongodb-private-'));
  // The folder above hides nothing: what others cannot reach is the store's own doing.
  chmodSync(parent, 0o755);
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
  rmSync(parent, { recursive: true });
});

async function start(dataDir: string, over?: 'socket' | 'loopback'): Promise<EmbeddedMongoDB> {
  const server = await startEmbeddedMongoDB({ dataDir, ...(over && { over }) });
  running.push(server);
  return server;
}

async function insertOne(uri: string, options = {}): Promise<void> {
  const client = new MongoClient(uri, options);
  await client
    .db()
    .collection('things')
    .insertOne({ note: 'a private note' })
    .finally(() => client.close());
}

/** The listening TCP sockets of this process, by inode, as Linux lists them. */
function ownPorts(): readonly string[] {
  const own = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${fd}`))?.[1];
    } catch {
      return undefined;
    }
  });
  return ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/self/net/${table}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[3] === '0A')
    .flatMap((row) => row[9] ?? [])
    .filter((inode) => own.includes(inode));
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const isUnix = process.platform !== 'win32';

describe.runIf(isUnix)('a data folder', () => {
  test('S4 gives the folder to its owner alone, under any umask and with any content before', async () => {
    const folder = join(parent, 'data', 'mongodb');
    mkdirSync(join(folder, 'store'), { recursive: true });
    writeFileSync(join(folder, 'store', 'left.mdb'), '');
    chmodSync(join(folder, 'store', 'left.mdb'), 0o644);
    const umask = process.umask(0);
    try {
      await insertOne((await start(folder)).uri);
    } finally {
      process.umask(umask);
    }
    expect(modeOf(folder)).toBe('700');
    expect(modeOf(join(folder, 'store'))).toBe('700');
    for (const name of readdirSync(join(folder, 'store')))
      expect(modeOf(join(folder, 'store', name)), name).toBe('600');
    expect(readdirSync(join(folder, 'store'))).toEqual(expect.arrayContaining(['data.mdb', 'lock.mdb', 'left.mdb']));
    expect(modeOf(join(folder, 'store.sock'))).toBe('600');
  });

  test('S4 makes the folders above it private, too, when it makes them', async () => {
    await start(join(parent, 'new', 'mongodb'));
    expect(modeOf(join(parent, 'new'))).toBe('700');
  });

  test.runIf(process.getuid?.() === 0)('S4 gives another user neither a connection nor a byte', async () => {
    const folder = join(parent, 'data');
    await insertOne((await start(folder)).uri);
    const otherUser = { uid: 65_534, gid: 65_534, encoding: 'utf8' } as const;
    const tried = execFileSync(
      process.execPath,
      [
        '-e',
        `const socket = require('net').connect(process.argv[1]);
        socket.on('connect', () => console.log('connected'));
        socket.on('error', ({ code }) => console.log(code));
        try { console.log(require('fs').readFileSync(process.argv[2]).length); } catch ({ code }) { console.log(code); }`,
        join(folder, 'store.sock'),
        join(folder, 'store', 'data.mdb'),
      ],
      { ...otherUser, cwd: '/' },
    );
    expect(tried.trim().split('\n').sort()).toEqual(['EACCES', 'EACCES']);
  });
});

describe.runIf(isUnix)('the socket of a data folder', () => {
  test('R47 opens a socket in the folder, whose path is in the connection string', async () => {
    const folder = join(parent, 'data');
    const { uri, notes } = await start(folder);
    expect(uri).toBe(`mongodb://${encodeURIComponent(join(folder, 'store.sock'))}/coach-booking?directConnection=true`);
    expect(notes).toEqual([]);
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.collection('things').insertOne({});
    await connection.close();
  });

  test.runIf(process.platform === 'linux')('S4 opens no port', async () => {
    // Other test files of this process may have left listeners of their own.
    const before = ownPorts();
    await start(join(parent, 'data'));
    expect(ownPorts().filter((port) => !before.includes(port))).toEqual([]);
  });

  test('R47 lies in a private folder of the temporary folder when the path is too long, and is removed with the server', async () => {
    const folder = join(parent, 'x'.repeat(120));
    const server = await start(folder);
    const path = decodeURIComponent(/mongodb:\/\/(.*?)\//.exec(server.uri)![1]!);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100);
    expect(server.notes).toEqual([expect.stringContaining(path)]);
    expect(modeOf(join(path, '..'))).toBe('700');
    await insertOne(server.uri);
    await server.stop();
    expect(existsSync(join(path, '..'))).toBe(false);
  });

  test('opens the socket again where a killed process has left its own', async () => {
    const folder = join(parent, 'data');
    mkdirSync(folder);
    const left = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(process.argv[1], () => console.log('on'))`,
      join(folder, 'store.sock'),
    ]);
    await new Promise((resolve) => left.stdout.once('data', resolve));
    left.kill('SIGKILL');
    await new Promise((resolve) => left.once('exit', resolve));
    expect(existsSync(join(folder, 'store.sock'))).toBe(true);
    await insertOne((await start(folder)).uri);
  });

  test('releases the folder when it cannot be made', async () => {
    const folder = join(parent, 'data');
    mkdirSync(join(folder, 'store.sock', 'in the way'), { recursive: true });
    await expect(start(folder)).rejects.toThrow();
    rmSync(join(folder, 'store.sock'), { recursive: true });
    await start(folder);
  });
});

describe('a server without sockets', () => {
  test('S4 demands the secret of this start from each connection', async () => {
    const { uri } = await start(join(parent, 'data'), 'loopback');
    await insertOne(uri);
    await expect(insertOne(uri.replace(/&appName=.*/, ''), impatient)).rejects.toThrow();
    await expect(insertOne(`${uri.slice(0, -1)}-`, impatient)).rejects.toThrow();
    const other = await start(join(parent, 'other'), 'loopback');
    expect(new URL(other.uri).searchParams.get('appName')).not.toBe(new URL(uri).searchParams.get('appName'));
  });
});
