import { randomBytes } from 'node:crypto';
import { instant } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import type { CoachPhoto, CoachPhotos } from '../../src/application/ports/coach-photos.ts';
import { anId, scope } from './fixtures.ts';

const at = (n: number) => instant(1_900_000_000_000 + n);

function aPhoto(given: Partial<CoachPhoto> = {}): CoachPhoto {
  return {
    ...scope,
    id: randomBytes(16).toString('hex'),
    coachId: anId(),
    pictures: { 512: Uint8Array.from(randomBytes(3000)), 128: Uint8Array.from([0, 255, 128, 0]) },
    createdAt: at(0),
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function coachPhotosSuite(open: () => CoachPhotos): void {
  describe('photos of coaches', () => {
    const kept = async (given: Partial<CoachPhoto> = {}) => {
      const photo = aPhoto(given);
      await open().insert(photo);
      return photo;
    };
    const isThere = async ({ coachId, id }: CoachPhoto) => (await open().picture(coachId, id, 128)) !== null;

    it('returns each size byte for byte, and nothing under another coach or name', async () => {
      const photo = await kept();
      for (const size of [512, 128] as const) {
        const found = await open().picture(photo.coachId, photo.id, size);
        expect(Buffer.from(found!).equals(Buffer.from(photo.pictures[size]))).toBe(true);
      }
      expect(await open().picture(anId(), photo.id, 512)).toBeNull();
      expect(await open().picture(photo.coachId, aPhoto().id, 512)).toBeNull();
    });

    it('removes one of its coach alone', async () => {
      const [one, other] = [await kept(), await kept()];
      await open().remove(other.coachId, one.id);
      await open().remove(other.coachId, other.id);
      expect([await isThere(one), await isThere(other)]).toEqual([true, false]);
    });

    it('removes all older ones of a coach but the one to keep', async () => {
      const coachId = anId();
      const old = await kept({ coachId });
      const current = await kept({ coachId });
      const young = await kept({ coachId, createdAt: at(10) });
      const elsewhere = await kept();
      await open().removeOthers(coachId, current.id, at(10));
      expect(await Promise.all([old, current, young, elsewhere].map(isThere))).toEqual([false, true, true, true]);
      await open().removeOthers(coachId, undefined, at(11));
      expect(await Promise.all([current, young, elsewhere].map(isThere))).toEqual([false, false, true]);
    });

    it('removes all of a coach', async () => {
      const photo = await kept();
      const elsewhere = await kept();
      await kept({ coachId: photo.coachId });
      await open().removeAll(photo.coachId);
      expect([await isThere(photo), await isThere(elsewhere)]).toEqual([false, true]);
    });
  });
}
