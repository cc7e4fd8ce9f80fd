import { instant, parseInstant } from '@coach-booking/time/instant';
import type { components } from '@coach-booking/contract/types';
import { createCore } from '../../src/application/create-use-cases.ts';
import { drainAll } from '../../src/application/messages/drain.ts';
import { recordWork } from '../../src/application/external-records/record-work.ts';
import { videoRecordId, type ExternalRecord } from '../../src/domain/external-record/external-record.ts';
import { createFakeProvider } from './fake-provider.ts';
import { ANA, createWorld, everyDay, givenCoach, PARTNER } from './world.ts';

type Video = components['schemas']['ServiceVideoInput'];

export const START = '2026-04-15T15:00:00Z';
export const START_AT = parseInstant(START);

/** A coach in live mode whose sessions meet at a provider that the test scripts. */
export async function givenMeetings(
  video: Video = { provider: 'zoom' },
  mode: 'live' | 'test' = 'live',
  autoConfirm = true,
) {
  const zoom = createFakeProvider();
  const world = createWorld({ mode, ...(mode === 'live' && { recordAdapters: () => ({ zoom }) }) });
  const coach = await givenCoach(world, {
    services: [{ title: 'Call', duration: 60, locationKind: 'online', video }],
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 30, autoConfirm },
  });
  const book = async (more: object = {}) => {
    const input = { coachId: coach.id, serviceId: coach.serviceId!, start: START, attendee: ANA, ...more };
    return (await world.useCases.createBooking(world.visitor(), input)).data;
  };
  const core = () => createCore(world.deps);
  const drain = () => drainAll(core());
  /** One pass of a process over what is due. */
  const work = async () => {
    await drain();
    await recordWork(core());
    await world.drain();
  };
  const videoOf = async (id: string) => (await world.useCases.getBooking(world.partner(), { id })).data.video!;
  const recordOf = (id: string) => world.deps.externalRecords.byId({ partnerId: PARTNER, mode }, videoRecordId(id));
  const runDue = (now: number) => world.useCases.runDue(world.partner({ now: instant(now) }), {});
  return { world, coach, zoom, book, work, drain, core, videoOf, recordOf, runDue } as const;
}

/** The wait of a record, in milliseconds, as of now. */
export function waitOf(record: ExternalRecord | null, now: number): number | null {
  return record?.dueAt === null || record === null ? null : record.dueAt - now;
}
