import mongoose from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, type Uri } from './scratch.ts';

/** Tests that the libraries of the server work unchanged. */
export function libraryBehaviour(uri: Uri): void {
  describe('libraries', () => {
    const dbName = `libraries_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    let connection: mongoose.Connection;
    beforeAll(async () => {
      connection = await mongoose
        .createConnection(uri(), { dbName, writeConcern: { w: 'majority', journal: true } })
        .asPromise();
    });
    afterAll(async () => {
      await connection.dropDatabase();
      await connection.close();
    });

    test('lets Mongoose make models with indexes, validate, populate, and save by version', async () => {
      const Coach = connection.model(
        'Coach',
        new mongoose.Schema(
          { name: { type: String, required: true }, slug: { type: String, unique: true } },
          { timestamps: true },
        ),
      );
      const Booking = connection.model(
        'Booking',
        new mongoose.Schema(
          { coach: { type: mongoose.Schema.Types.ObjectId, ref: 'Coach' }, start: Date, notes: [String] },
          { optimisticConcurrency: true },
        ),
      );
      await Promise.all([Coach.init(), Booking.init()]);
      const coach = await Coach.create({ name: 'Ann', slug: 'ann' });
      await refused(Coach.create({ name: 'Ann again', slug: 'ann' }), 11000);
      const booking = await Booking.create({ coach: coach._id, start: new Date(5) });
      const stale = await Booking.findById(booking._id).orFail();
      booking.notes.push('first');
      await booking.save();
      stale.notes.push('second');
      await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
      const found = await Booking.findOne({ start: { $lte: new Date(5) } })
        .populate<{ coach: { name: string } }>('coach')
        .orFail();
      expect(found.coach.name).toBe('Ann');
      expect(await Coach.syncIndexes()).toEqual([]);
      expect(await Booking.exists({ notes: 'first' })).toMatchObject({ _id: booking._id });
    });

    test('reads a Mongoose cursor through batches', async () => {
      const Item = connection.model('Item', new mongoose.Schema({ n: Number }));
      await Item.insertMany(Array.from({ length: 120 }, (_, n) => ({ n })));
      let sum = 0;
      for await (const { n } of Item.find().sort({ n: 1 }).batchSize(50).cursor()) sum += n ?? 0;
      expect(sum).toBe((119 * 120) / 2);
    });

    test('lets rate-limiter-flexible count, refuse and reset', async () => {
      const limiter = new RateLimiterMongo({
        storeClient: connection,
        points: 3,
        duration: 60,
        dbName,
        tableName: 'limits',
      });
      // The library creates its unique index in the background: the first one alone, so that no two upserts race before
      // it exists.
      await limiter.consume('key');
      const consumed = await Promise.allSettled(Array.from({ length: 7 }, () => limiter.consume('key')));
      expect(consumed.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      expect(await limiter.get('key')).toMatchObject({ consumedPoints: 8, remainingPoints: 0 });
      expect(await limiter.delete('key')).toBe(true);
      await expect(limiter.consume('key')).resolves.toMatchObject({ remainingPoints: 2 });
      await limiter.block('other', 60);
      await expect(limiter.consume('other')).rejects.toMatchObject({ remainingPoints: 0 });
    });
  });
}
