import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';
import type { PhotoPictures, PhotoSize } from './photo-maker.ts';

/** An uploaded photo. It is the coach's once the head names it, and stays as it is. */
export interface CoachPhoto extends LedgerScope {
  /** 32 hex digits, which no other upload has. */
  readonly id: string;
  readonly coachId: string;
  readonly pictures: PhotoPictures;
  readonly createdAt: Instant;
}

/** The photos of coaches. */
export interface CoachPhotos {
  insert(photo: CoachPhoto): Promise<void>;
  /** Returns one picture as WebP; null for an unknown id, and for one of another coach. */
  picture(coachId: string, id: string, size: PhotoSize): Promise<Uint8Array | null>;
  remove(coachId: string, id: string): Promise<void>;
  /** Removes all of a coach but this one, as far as they are older: an upload may be on its way into the head. */
  removeOthers(coachId: string, id: string | undefined, before: Instant): Promise<void>;
  /** Removes all of a coach. */
  removeAll(coachId: string): Promise<void>;
}
