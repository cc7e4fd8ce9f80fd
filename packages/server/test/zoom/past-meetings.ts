import type {
  CloudRecordingGetMeetingRecordingsResponse,
  MeetingsGetPastMeetingDetailsResponse,
  MeetingsGetPastMeetingParticipantsResponse,
  MeetingsListPastMeetingInstancesResponse,
} from '@zoom/rivet/meetings';
import type { Express, Request, Response } from 'express';

/** A person in a meeting. */
export interface PastVisitor {
  readonly userId: string;
  readonly name: string;
  /** Of somebody who is signed in at Zoom. */
  readonly id?: string;
  readonly email?: string;
  readonly from: string;
  readonly to: string;
}

/** One time that a meeting was held. */
export interface PastMeeting {
  readonly id: number;
  readonly uuid: string;
  readonly hostId: string;
  readonly start: string;
  readonly end: string;
  readonly visitors: readonly PastVisitor[];
  readonly recording?: { readonly url: string; readonly password: string; readonly size: number };
}

/** The meetings that are over, as Zoom keeps them. */
export interface PastMeetings {
  readonly held: PastMeeting[];
  /** Whether the plan has no reports of participants. */
  isFree: boolean;
}

const refuse = (response: Response, status: number, code: number, message: string): void =>
  void response.status(status).json({ code, message });

/** Serves what Zoom answers about meetings that are over; ids that begin with a slash come encoded twice. */
export function servePastMeetings(app: Express, past: PastMeetings): void {
  const asked = (request: Request<{ id: string }>): string => {
    const { id } = request.params;
    return id.includes('%') ? decodeURIComponent(id) : id;
  };
  const byUuid = (request: Request<{ id: string }>, response: Response): PastMeeting | undefined => {
    const found = past.held.find(({ uuid }) => uuid === asked(request));
    if (!found) refuse(response, 404, 3001, `Meeting does not exist: ${asked(request)}.`);
    return found;
  };

  app.get('/v2/past_meetings/:id/instances', (request, response) => {
    const instances = past.held.filter(({ id }) => String(id) === asked(request));
    const answer: MeetingsListPastMeetingInstancesResponse = {
      meetings: instances.map(({ uuid, start }) => ({ uuid, start_time: start })),
    };
    response.json(answer);
  });
  app.get('/v2/past_meetings/:id', (request, response) => {
    const found = byUuid(request, response);
    if (!found) return;
    const answer: MeetingsGetPastMeetingDetailsResponse = {
      id: found.id,
      uuid: found.uuid,
      host_id: found.hostId,
      start_time: found.start,
      end_time: found.end,
      participants_count: found.visitors.length,
      type: 2,
    };
    response.json(answer);
  });
  app.get('/v2/past_meetings/:id/participants', (request, response) => {
    const found = byUuid(request, response);
    if (!found) return;
    if (past.isFree) return refuse(response, 400, 200, 'Only available for Paid or ZMP account.');
    const size = Number(request.query.page_size ?? 30);
    const from = Number(/^page-(\d+)$/.exec(String(request.query.next_page_token ?? ''))?.[1] ?? 0);
    // Zoom reports no participants of a meeting with one person.
    const people = new Set(found.visitors.map(({ name }) => name));
    const visitors = people.size > 1 ? found.visitors : [];
    const answer: MeetingsGetPastMeetingParticipantsResponse = {
      page_size: size,
      total_records: visitors.length,
      next_page_token: from + size < visitors.length ? `page-${from + size}` : '',
      participants: visitors.slice(from, from + size).map((one) => ({
        id: one.id ?? '',
        user_id: one.userId,
        name: one.name,
        user_email: one.email ?? '',
        join_time: one.from,
        leave_time: one.to,
        duration: (Date.parse(one.to) - Date.parse(one.from)) / 1000,
        failover: false,
        status: 'in_meeting',
      })),
    };
    response.json(answer);
  });
  app.get('/v2/meetings/:id/recordings', (request, response) => {
    const found = past.held.find(({ uuid, id }) => uuid === asked(request) || String(id) === asked(request));
    if (!found?.recording) return refuse(response, 404, 3301, `There is no recording for this meeting.`);
    const { url, password, size } = found.recording;
    const answer: CloudRecordingGetMeetingRecordingsResponse & { readonly share_url: string } = {
      id: found.id,
      uuid: found.uuid,
      host_id: found.hostId,
      duration: Math.round((Date.parse(found.end) - Date.parse(found.start)) / 60_000),
      total_size: size,
      recording_count: 1,
      share_url: url,
      password,
      download_access_token: 'never-kept',
      recording_files: [
        { play_url: `${url}/play`, download_url: `${url}/download`, file_type: 'MP4', file_size: size },
      ],
    };
    response.json(answer);
  });
}
