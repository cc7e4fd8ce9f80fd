import { createHash } from 'node:crypto';
import { minus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { photoView } from '../coach-head/photo-view.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { PHOTO_SIZES, type PhotoPictures, type PhotoProblem, type PhotoSize } from '../ports/photo-maker.ts';
import type { UseCase } from '../ports/use-case.ts';

type PhotoNeeds = ChangeHeadNeeds & Pick<Core, 'coachPhotos'>;
type SetPhotoNeeds = PhotoNeeds & Pick<Core, 'photoMaker' | 'newId' | 'publicUrl'>;

const details: Readonly<Record<PhotoProblem, string>> = {
  not_an_image: 'The body is no whole JPEG, PNG or WebP.',
  too_many_pixels: 'The picture has more than 50 million pixels.',
  too_small: 'The picture is less than 128 pixels wide or high.',
  too_slow: 'The picture takes too long to read.',
};

/** Seconds after which an upload that found too many others at work may come again. */
const BUSY_SECONDS = 5;

const madeOf = async ({ photoMaker }: Pick<Core, 'photoMaker'>, image: string): Promise<PhotoPictures> => {
  const made = await photoMaker.make(Buffer.from(image, 'base64'));
  if (made === 'busy') throw new Refusal('RATE_LIMITED', 'Too many pictures are being read.', undefined, BUSY_SECONDS);
  if (typeof made === 'string') throw new Refusal('PHOTO_INVALID', details[made], { photo: made });
  return made;
};

/**
 * Returns the name of an upload. Its content is in it, and an id that no other upload has: the same picture uploaded
 * again while the older row of it is being removed must not lose its own.
 */
const nameOf = (pictures: PhotoPictures, id: string): string =>
  createHash('sha256').update(id).update(pictures[PHOTO_SIZES[0]]).digest('hex').slice(0, 32);

/** Puts the photo into the head, and returns that with the photo that it had before. */
const changePhoto = async (
  core: ChangeHeadNeeds,
  context: Context,
  coach: string,
  photo: CoachHead['photo'],
): Promise<{ readonly head: CoachHead; readonly old: CoachHead['photo'] }> => {
  let old: CoachHead['photo'];
  const { head } = await changeHead(core, context, coach, (before) => {
    old = before.photo;
    return photo || old ? { photo } : null;
  });
  return { head, old };
};

/** Removes what the head does not name any more, and what uploads have left that died before it named them. */
const removeOld = async (core: PhotoNeeds, { head, old }: Awaited<ReturnType<typeof changePhoto>>): Promise<void> => {
  if (old && old.id !== head.photo?.id) await core.coachPhotos.remove(head.id, old.id);
  await core.coachPhotos.removeOthers(head.id, head.photo?.id, minus(core.realNow(), HOUR));
};

/**
 * Sets the photo. It is stored before the head names it, so that no address leads nowhere. Throws COACH_NOT_FOUND,
 * PHOTO_INVALID, RATE_LIMITED, VERSION_CONFLICT.
 */
export const setCoachPhoto: UseCase<'setCoachPhoto', SetPhotoNeeds> =
  (core) =>
  async (context, { coach, image }) => {
    const { head: before } = await readCoach(core, context, coach);
    const pictures = await madeOf(core, image);
    const id = nameOf(pictures, core.newId());
    const photo = { ...scopeOf(context), id, coachId: before.id, pictures, createdAt: core.realNow() };
    if (!context.dryRun) await core.coachPhotos.insert(photo);
    const changed = await changePhoto(core, context, before.id, { id });
    if (!context.dryRun) await removeOld(core, changed);
    return { data: photoView(core, changed.head)! };
  };

/** Removes the photo, if there is one. Throws COACH_NOT_FOUND, VERSION_CONFLICT. */
export const removeCoachPhoto: UseCase<'removeCoachPhoto', PhotoNeeds> =
  (core) =>
  async (context, { coach }) => {
    const changed = await changePhoto(core, context, coach, undefined);
    if (!context.dryRun) await removeOld(core, changed);
    return { data: { id: changed.head.id, removed: true } };
  };

/** Returns a picture of the photo that a coach has now; null for any other. */
export async function readPhoto(
  { coaches, coachPhotos }: Pick<Core, 'coaches' | 'coachPhotos'>,
  coachId: string,
  id: string,
  size: PhotoSize,
): Promise<Uint8Array | null> {
  const head = await coaches.byId(coachId);
  if (!head || head.deletedAt !== undefined || head.photo?.id !== id) return null;
  return coachPhotos.picture(coachId, id, size);
}
