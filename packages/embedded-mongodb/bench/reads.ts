/**
 * Measures reads and writes over the wire: point reads, and reads of 31 ledgers, on an empty collection and among
 * 100,000 documents; claims and bookings with and without the flush. The client runs in this process: what it decodes
 * is in the numbers. Prints medians; `node bench/reads.js` after bundling, or any runner of TypeScript.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongoDB } from '../src/index.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-bench-'));
const server = await startEmbeddedMongoDB({ dataDir });
const client = await new mongoose.mongo.MongoClient(server.uri).connect();
const db = client.db();
type Ledger = { _id: string; slug: string; partner: string; at: Date; claims: unknown[] };

const large = db.collection<Ledger>('large');
const small = db.collection<Ledger>('small');
const claims = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `claim-${n}`,
    owner: { kind: 'booking', id: `b${n}` },
    start: new Date(n),
    end: new Date(n + 1),
    paddedStart: new Date(n),
    paddedEnd: new Date(n + 1),
    settled: true,
  }));
const ledger = (n: number, size = 5): Ledger => ({
  _id: `coach:${n}`,
  slug: `slug-${n}`,
  partner: `p${n % 10}`,
  at: new Date(n * 1000),
  claims: claims(size),
});

for (const collection of [large, small])
  await collection.createIndexes([{ key: { slug: 1 }, unique: true }, { key: { partner: 1, at: -1 } }]);
const started = performance.now();
for (let n = 0; n < 100_000; n += 5000) await large.insertMany(Array.from({ length: 5000 }, (_, at) => ledger(n + at)));
print(`inserted 100,000 documents with two indexes in ${((performance.now() - started) / 1000).toFixed(1)} s`);
await small.insertMany(Array.from({ length: 31 }, (_, n) => ledger(n)));

async function median(run: (n: number) => Promise<unknown>, times = 1500): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await run(n);
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[times >> 1] as number;
}

const month = (from: number) => Array.from({ length: 31 }, (_, day) => `coach:${from + day}`);
const rows: [string, () => Promise<number>][] = [
  ['point read, empty collection', () => median((n) => db.collection<Ledger>('empty').findOne({ _id: `coach:${n}` }))],
  ['point read, few documents', () => median((n) => small.findOne({ _id: `coach:${n % 31}` }))],
  ['point read, 100,000', () => median((n) => large.findOne({ _id: `coach:${(n * 7919) % 100_000}` }))],
  ['unique key, few documents', () => median((n) => small.findOne({ slug: `slug-${n % 31}` }))],
  ['unique key, 100,000', () => median((n) => large.findOne({ slug: `slug-${(n * 7919) % 100_000}` }))],
  ['31 ledgers, few documents', () => median(() => small.find({ _id: { $in: month(0) } }).toArray())],
  [
    '31 ledgers, 100,000, all over',
    () => median((n) => large.find({ _id: { $in: month((n * 7919) % 99_000) } }).toArray()),
  ],
  ['31 ledgers, 100,000, the same', () => median(() => large.find({ _id: { $in: month(500) } }).toArray())],
  ['the same, not decoded here', () => median(() => large.find({ _id: { $in: month(500) } }, { raw: true }).toArray())],
  [
    'range and sort, 20 of 100,000',
    () =>
      median((n) =>
        large
          .find({ partner: `p${n % 10}`, at: { $gte: new Date(n * 1000) } })
          .sort({ at: -1 })
          .limit(20)
          .toArray(),
      ),
  ],
  [
    'update, flushed',
    () =>
      median((n) =>
        large.updateOne({ _id: `coach:${n}` }, { $inc: { v: 1 } }, { writeConcern: { w: 'majority', journal: true } }),
      ),
  ],
  ['update, committed', () => median((n) => large.updateOne({ _id: `coach:${n}` }, { $inc: { v: 1 } }))],
];
for (let round = 0; round < 2; round++)
  for (const [title, run] of rows) print(`${title.padEnd(32)} ${((await run()) * 1000).toFixed(0)} µs`);

const busy = db.collection<Ledger>('busy');
await busy.insertOne({ ...ledger(1, 100), _id: 'busy' });
const cpu = process.cpuUsage();
const begun = performance.now();
const WRITES = 4000;
let n = 0;
await Promise.all(
  Array.from({ length: 20 }, async () => {
    while (n++ < WRITES)
      await busy.updateOne(
        { _id: 'busy', claims: { $not: { $elemMatch: { id: 'x', paddedEnd: { $gt: new Date(0) } } } } },
        [{ $set: { claims: { $slice: [{ $concatArrays: ['$claims', [{ $literal: claims(1)[0] }]] }, -100] } } }],
        { writeConcern: { w: 'majority', journal: true } },
      );
  }),
);
const used = process.cpuUsage(cpu);
print(
  `pipeline claims in a ledger of 100, 20 connections, flushed: ${(((performance.now() - begun) / WRITES) * 1000).toFixed(0)} µs each, ${((used.user + used.system) / WRITES).toFixed(0)} µs of CPU, client and server together`,
);

await client.close();
await server.stop();
rmSync(dataDir, { recursive: true });
