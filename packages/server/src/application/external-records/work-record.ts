import { plus, type Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { isToBeTold, lastAttemptOf, nextAttempt, nextRemoval } from '../../domain/external-record/retry.ts';
import { OPENS_BEFORE } from '../../domain/video/admission.ts';
import type { VideoRoom } from '../../domain/video/video.ts';
import { followMeeting, leaveMeeting, type FollowMeetingNeeds } from '../meetings/follow-meeting.ts';
import type { Core } from '../ports/core.ts';
import type { ProviderFailure } from '../ports/provider-failure.ts';
import { aimOf, type AimNeeds } from './aim.ts';
import { bring, type BringNeeds } from './bring.ts';
import { LeaseLost, save } from './leased-record.ts';
import { hasFallback, noteMeeting, type NoteMeetingNeeds } from './note-meeting.ts';
import { failureOf } from './provider-call.ts';
import { removeLeft, removeOwn } from './remove-place.ts';
import { tellOfRecord, type TellOfRecordNeeds } from './tell-of-record.ts';

export type WorkRecordNeeds = Pick<Core, 'bookings' | 'coaches' | 'notices' | 'cachedPartner'> &
  AimNeeds &
  BringNeeds &
  NoteMeetingNeeds &
  FollowMeetingNeeds &
  TellOfRecordNeeds;

interface Read {
  readonly booking: Booking | null;
  readonly head: CoachHead | null;
  readonly ofPartner: VideoRoom | undefined;
}

const read = async (core: WorkRecordNeeds, { partnerId, bookingId, coachId }: ExternalRecord): Promise<Read> => {
  const [booking, head, partner] = await Promise.all([
    core.bookings.find(bookingId),
    core.coaches.byId(coachId),
    core.cachedPartner(partnerId),
  ]);
  return { booking: booking?.kind === 'booking' ? booking : null, head, ofPartner: partner?.videoFallback };
};

const attempt = async (
  core: WorkRecordNeeds,
  leased: ExternalRecord,
  { booking, head }: Read,
  now: Instant,
): Promise<ExternalRecord> => {
  const aim = leased.kind === 'video' || booking ? await aimOf(core, leased, booking, head, now) : null;
  const record = aim === 'kept' ? leased : aim ? await bring(core, leased, aim, now) : await removeOwn(core, leased);
  return removeLeft(core, record);
};

/** Has the provider asked after the session who was in its meeting. */
const follow = async (core: WorkRecordNeeds, record: ExternalRecord, { booking }: Read): Promise<void> => {
  if (record.kind !== 'video' || record.isErased || !booking) return;
  if (record.wanted === 'present' && record.object) await followMeeting(core, booking);
  else await leaveMeeting(core, booking);
};

/** Ends an attempt that went well. What was marked meanwhile is due again. */
const settle = async (
  core: WorkRecordNeeds,
  leased: ExternalRecord,
  record: ExternalRecord,
  seen: Read,
  now: Instant,
): Promise<void> => {
  await noteMeeting(core, record, seen, 'well');
  await follow(core, record, seen);
  if (record.isErased) return core.externalRecords.remove(record.id, record.version);
  const done = await save(core, record, ({ lastError: _error, toldAt: _told, ...stored }) => {
    const isMarked = stored.wantedVersion > (seen.booking?.version ?? 0) && seen.booking !== null;
    // Its source wants something else by now.
    const isBehind = isMarked || stored.dueAt !== leased.dueAt;
    return { ...stored, state: isBehind ? 'due' : 'done', attempts: 0, dueAt: isBehind ? now : null };
  });
  await free(core, done);
};

/** Gives a record back, so that the next mark can be worked off at once. */
const free = async (core: WorkRecordNeeds, record: ExternalRecord): Promise<void> => {
  const { leasedUntil: _until, ...rest } = record;
  if (!(await core.externalRecords.replace({ ...rest, leasedUntil: null }, record.version)))
    await freeLater(core, record);
};

/** A mark came in between. */
const freeLater = async (core: WorkRecordNeeds, record: ExternalRecord): Promise<void> => {
  const stored = await core.externalRecords.byId(record, record.id);
  if (stored?.fence === record.fence && stored.leasedUntil !== null) await free(core, stored);
};

/** Plans the next attempt, notifies the coach where that is needed, and notes it on the booking. */
const settleFailure = async (
  core: WorkRecordNeeds,
  leased: ExternalRecord,
  seen: Read,
  failure: ProviderFailure,
  now: Instant,
): Promise<void> => {
  const { kind, code, retryAt } = failure;
  const attempts = leased.attempts + 1;
  const { start = now, end = now } = seen.booking?.time ?? {};
  const stored = await core.externalRecords.byId(leased, leased.id);
  const isRemoval = stored?.wanted === 'absent' || leased.isErased === true || seen.booking === null;
  const limit = lastAttemptOf(start, leased.kind === 'video' && hasFallback(seen), OPENS_BEFORE);
  const dueAt = isRemoval
    ? nextRemoval(attempts, { kind, retryAt }, now, end)
    : nextAttempt(attempts, { kind, retryAt }, now, limit);
  const isTold = !isRemoval && isToBeTold(attempts, { kind, retryAt }, start);
  const record = await save(core, leased, (one) => ({ ...one, attempts, lastError: { kind, code, at: now } }));
  if (record.isErased && dueAt === null) return core.externalRecords.remove(record.id, record.version);
  await noteMeeting(core, record, seen, isRemoval ? 'removing' : isTold ? 'failed' : 'trying');
  if (isTold && record.toldAt === undefined) await tellOfRecord(core, record, now);
  const settled = await save(core, record, (one) => ({
    ...one,
    state: isTold || dueAt === null ? 'failed' : 'due',
    // What was marked meanwhile is worked off at once.
    dueAt: one.wantedVersion > leased.wantedVersion ? now : dueAt,
    ...(isTold && { toldAt: one.toldAt ?? now }),
  }));
  await free(core, settled);
};

/** Works off a leased record. Does nothing more once another process has it. */
export async function workRecord(core: WorkRecordNeeds, leased: ExternalRecord, now: Instant): Promise<void> {
  const seen = await read(core, leased);
  try {
    try {
      await settle(core, leased, await attempt(core, leased, seen, now), seen, now);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      await settleFailure(core, leased, seen, failureOf(error), now);
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  }
}

/** Takes up the record that has been due for longest and works it off. Returns whether there was one. */
export async function workNextRecord(
  core: WorkRecordNeeds,
  of: { readonly mode: 'test' | 'live'; readonly partnerId?: string },
  now: Instant,
): Promise<boolean> {
  const realNow = core.realNow();
  const leased = await core.externalRecords.lease({
    ...of,
    dueBy: now,
    realNow,
    leasedUntil: plus(realNow, core.recordLease),
  });
  if (!leased) return false;
  await workRecord(core, leased, now);
  return true;
}
