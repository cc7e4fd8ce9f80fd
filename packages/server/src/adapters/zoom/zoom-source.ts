import type { AccountOfCoach } from '../../application/ports/external-record-adapters.ts';
import type { MeetingSource } from '../../application/ports/meeting-sources.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import type { MeetingFact } from '../../domain/meeting-report/meeting-fact.ts';
import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import type { Zoom } from './zoom.ts';
import { fieldsOf, zoomRecording, zoomTime, zoomVisitor } from './zoom-news.ts';
import { zoomPathPart, type ZoomAnswer } from './zoom-rest.ts';

/** The last times that a meeting was opened of which is asked. */
const MAX_OCCASIONS = 5;
const PAGE = 300;
/** Pages of participants: more people than come to a coach. */
const MAX_PAGES = 3;

const listOf = (value: unknown): readonly ZoomAnswer[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

/** Returns whether Zoom has nothing: of a meeting that was never opened, a plan without reports, no recording. */
const isNothing = (error: unknown): boolean =>
  error instanceof ProviderFailure && (error.kind === 'gone' || error.kind === 'refused');

/** Returns both facts of a visit, of those times that are known. */
const factsOfVisit = (given: ZoomAnswer, occasion: string, hostId: string | undefined): MeetingFact[] => {
  if (given.status === 'in_waiting_room') return [];
  const visitor = zoomVisitor(given, hostId);
  const [from, to] = [zoomTime(given.join_time), zoomTime(given.leave_time)];
  return [
    ...(from === undefined ? [] : [{ ...visitor, kind: 'joined', at: from, occasion } as const]),
    ...(to === undefined ? [] : [{ ...visitor, kind: 'left', at: to, occasion } as const]),
  ];
};

/** Creates what is asked of Zoom about its meetings. */
export function createZoomSource(zoom: Pick<Zoom, 'call' | 'hostLink'>): MeetingSource {
  const read = async (account: AccountOfCoach, path: string): Promise<ZoomAnswer> => {
    try {
      return await zoom.call(account, { method: 'GET', path });
    } catch (error) {
      if (isNothing(error)) return {};
      throw error;
    }
  };

  const visitsIn = async (account: AccountOfCoach, path: string): Promise<readonly ZoomAnswer[]> => {
    const found: ZoomAnswer[] = [];
    let page = '';
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const query = new URLSearchParams({ page_size: String(PAGE), ...(page && { next_page_token: page }) });
      const answer = await read(account, `${path}/participants?${query.toString()}`);
      found.push(...listOf(answer.participants));
      page = typeof answer.next_page_token === 'string' ? answer.next_page_token : '';
      if (page === '') break;
    }
    return found;
  };

  const newsOfOccasion = async (account: AccountOfCoach, occasion: string): Promise<MeetingNews> => {
    const path = `/past_meetings/${zoomPathPart(occasion)}`;
    const details = await read(account, path);
    const hostId = typeof details.host_id === 'string' ? details.host_id : undefined;
    const [startedAt, endedAt] = [zoomTime(details.start_time), zoomTime(details.end_time)];
    const visits = await visitsIn(account, path);
    const recording = zoomRecording(await read(account, `/meetings/${zoomPathPart(occasion)}/recordings`));
    return {
      facts: [
        ...(startedAt === undefined ? [] : [{ kind: 'started', at: startedAt, occasion } as const]),
        ...(endedAt === undefined ? [] : [{ kind: 'ended', at: endedAt, occasion } as const]),
        ...visits.flatMap((visit) => factsOfVisit(visit, occasion, hostId)),
      ],
      recordings: recording ? [recording] : [],
    };
  };

  return {
    hostLink: (account, object) => zoom.hostLink(account, object),
    async newsOf(account, { id }) {
      const { meetings } = await read(account, `/past_meetings/${zoomPathPart(id)}/instances`);
      const occasions = listOf(meetings)
        .flatMap(({ uuid }) => (typeof uuid === 'string' && uuid !== '' ? [uuid] : []))
        .slice(-MAX_OCCASIONS);
      const found: MeetingNews[] = [];
      for (const occasion of occasions) found.push(await newsOfOccasion(account, occasion));
      return {
        facts: found.flatMap(({ facts = [] }) => facts),
        recordings: found.flatMap(({ recordings = [] }) => recordings),
      };
    },
  };
}
