import { plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import type { Booking } from '../../domain/booking/booking.ts';
import {
  videoRecordId,
  type ExternalRecord,
  type MeetingProvider,
} from '../../domain/external-record/external-record.ts';
import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { FindBookingNeeds } from '../people/find-booking.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findMetBooking } from './find-met-booking.ts';

type CreateHostLinkNeeds = FindBookingNeeds &
  Pick<Core, 'externalRecords' | 'meetingSources' | 'audit' | 'newId' | 'newSecret'>;

/** By the rules of Zoom. */
const LASTS = 2 * HOUR;
/** Leads nowhere: no name can end so (RFC 2606). */
const NOWHERE = 'https://meetings.invalid';

/** Rejects staff who do not run the session: the link makes them its host. Throws FORBIDDEN. */
const checkIsHost = ({ caller }: Context, { id, staffId }: Booking): void => {
  if (caller.kind === 'session' && caller.role === 'staff' && caller.staffId !== staffId)
    throw new Refusal('FORBIDDEN', `Booking ${id} is run by somebody else, who alone can begin its meeting.`);
};

/** Returns the meeting that was made for a booking. Throws NOT_ALLOWED_NOW, MEETING_NOT_READY. */
const madeRecord = (
  booking: Booking,
  record: ExternalRecord | null,
): ExternalRecord & Required<Pick<ExternalRecord, 'object'>> => {
  const { id, status, version } = booking;
  if (status === 'cancelled') throw new Refusal('NOT_ALLOWED_NOW', `Booking ${id} is cancelled.`, { status, version });
  if (!record?.object) throw new Refusal('MEETING_NOT_READY', `The provider has not made the meeting of ${id} yet.`);
  return { ...record, object: record.object };
};

const refusalOf = (error: unknown): unknown => {
  if (!(error instanceof ProviderFailure)) return error;
  return error.kind === 'gone'
    ? new Refusal('MEETING_NOT_READY', 'The meeting was removed at the provider.')
    : new Refusal('PROVIDER_UNAVAILABLE', `The provider gave no link (${error.code}): the join link works still.`);
};

/** Returns a fresh link. In mode test, and in a dry run, one that leads nowhere (R11). */
const linkTo = async (
  core: CreateHostLinkNeeds,
  { dryRun }: Context,
  record: ReturnType<typeof madeRecord>,
): Promise<string> => {
  const { mode, partnerId, coachId, account, object, provider } = record;
  if (dryRun || mode === 'test') return `${NOWHERE}/${object.id}?zak=${dryRun ? '' : core.newSecret()}`;
  const source = core.meetingSources[provider as MeetingProvider];
  if (source?.hostLink) return source.hostLink({ partnerId, mode, coachId, ...account }, object);
  if (object.details?.joinUrl === undefined) throw new ProviderFailure('NOT_SET_UP', 'refused');
  return object.details.joinUrl;
};

/**
 * Returns a fresh link that makes its holder the host of the meeting. It is stored nowhere; that it was asked for is in
 * the audit log. Throws BOOKING_NOT_FOUND, MEETING_NOT_FOUND, FORBIDDEN, NOT_ALLOWED_NOW, MEETING_NOT_READY,
 * PROVIDER_UNAVAILABLE.
 */
export const createHostLink: UseCase<'createHostLink', CreateHostLinkNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await findMetBooking(core, context, id);
    checkIsHost(context, booking);
    const record = madeRecord(booking, await core.externalRecords.byId(scopeOf(context), videoRecordId(id)));
    const url = await linkTo(core, context, record).catch((error: unknown) => {
      throw refusalOf(error);
    });
    if (!context.dryRun) await note(core, context, 'booking.host_link_made', { kind: 'booking', id });
    return { data: { url, expiresAt: instantText(plus(core.realNow(), LASTS)) } };
  };
