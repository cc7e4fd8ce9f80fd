import { mongo, type Connection } from 'mongoose';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { CoachPhotos } from '../../../application/ports/coach-photos.ts';
import { PHOTO_SIZES } from '../../../application/ports/photo-maker.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';

interface PhotoRow extends LedgerScope {
  readonly _id: string;
  readonly coachId: string;
  /** By width: `w512`. */
  readonly pictures: Readonly<Record<string, mongo.Binary>>;
  readonly createdAt: Date;
}

const indexes: mongo.IndexDescription[] = [{ key: { coachId: 1, createdAt: 1 } }];

/**
 * Opens the collection `coach_photos` of a connection and creates its indexes. The pictures are public, so they are not
 * sealed.
 */
export async function createMongoCoachPhotos(connection: Connection): Promise<CoachPhotos> {
  const rows = connection.collection<PhotoRow>('coach_photos');
  await makeUnlessMade(connection, 'CoachPhoto', indexes, () => rows.createIndexes(indexes));
  return {
    async insert({ id, partnerId, mode, coachId, pictures, createdAt }) {
      const binaries = PHOTO_SIZES.map((size) => [`w${size}`, new mongo.Binary(pictures[size])]);
      await rows.insertOne({
        _id: id,
        partnerId,
        mode,
        coachId,
        pictures: Object.fromEntries(binaries) as PhotoRow['pictures'],
        createdAt: new Date(createdAt),
      });
    },
    async picture(coachId, _id, size) {
      const field = `w${size}`;
      const row = await rows.findOne({ _id, coachId }, { projection: { [`pictures.${field}`]: 1 } });
      const picture = row?.pictures[field];
      return picture ? picture.value() : null;
    },
    async remove(coachId, _id) {
      await rows.deleteOne({ _id, coachId });
    },
    async removeOthers(coachId, id, before) {
      const others = id === undefined ? {} : { _id: { $ne: id } };
      await rows.deleteMany({ coachId, createdAt: { $lt: new Date(before) }, ...others });
    },
    async removeAll(coachId) {
      await rows.deleteMany({ coachId });
    },
  };
}
