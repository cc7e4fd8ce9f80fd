import type { AccountOfCoach, MeetingAdapter } from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import type { RecordObject } from '../../domain/external-record/external-record.ts';
import { meetingBody, meetingIdOf, meetingObject, tagLine } from './zoom-meeting.ts';
import { zoomPathPart, type ZoomAnswer, type ZoomCall, type ZoomRest } from './zoom-rest.ts';

export interface ZoomNeeds {
  readonly rest: ZoomRest;
  /**
   * Returns a token for an account. `refused` is the one that Zoom did not take: another is got, and where the grant is
   * gone a ProviderFailure says `revoked`.
   */
  tokenOf(account: AccountOfCoach, refused?: string): Promise<string>;
  accountOf: MeetingAdapter['accountOf'];
  /** Notes that the grant of an account is gone, by the last token that Zoom did not take. */
  lose(account: AccountOfCoach, token: string, code: string): Promise<void>;
  /**
   * Counts a creation or a change, and returns what takes it back. Throws a ProviderFailure that is `limited` once the
   * day has had enough of them.
   */
  count(account: AccountOfCoach): Promise<() => Promise<void>>;
}

/** Meetings at Zoom, and the address by which their host begins them. */
export interface Zoom extends MeetingAdapter {
  /**
   * Returns a fresh `start_url`, the key of the host for two hours: it is never stored and never logged.
   * Throws a ProviderFailure; `gone` where the meeting is not there.
   */
  hostLink(account: AccountOfCoach, object: RecordObject): Promise<string>;
  /** Calls Zoom by the account's token, which is got anew once where it is refused. Throws a ProviderFailure. */
  call(account: AccountOfCoach, call: ZoomCall): Promise<ZoomAnswer>;
}

/** Meetings on a page of a list, which is all that Zoom gives. */
const PAGE = 300;
/** Pages of upcoming meetings that are looked through. */
const MAX_PAGES = 20;

const hostPath = ({ host = 'me' }: AccountOfCoach): string => `/users/${zoomPathPart(host)}/meetings`;
const meetingPath = ({ id }: RecordObject): string => `/meetings/${zoomPathPart(id)}`;
const isRevoked = (error: unknown): error is ProviderFailure =>
  error instanceof ProviderFailure && error.kind === 'revoked';

const meetingsIn = ({ meetings }: ZoomAnswer): readonly ZoomAnswer[] =>
  Array.isArray(meetings) ? meetings.filter((one) => typeof one === 'object' && one !== null) : [];

export function createZoom({ rest, tokenOf, lose, accountOf, count }: ZoomNeeds): Zoom {
  const call: Zoom['call'] = async (account, asked) => {
    const first = await tokenOf(account);
    try {
      return await rest(first, asked);
    } catch (error) {
      if (!isRevoked(error)) throw error;
    }
    const second = await tokenOf(account, first);
    try {
      return await rest(second, asked);
    } catch (error) {
      if (isRevoked(error)) await lose(account, second, error.code);
      throw error;
    }
  };
  /** Calls what the day has a number of. One that Zoom was surely not asked for is not counted. */
  const countedCall: Zoom['call'] = async (account, asked) => {
    const giveBack = await count(account);
    try {
      return await call(account, asked);
    } catch (error) {
      if (error instanceof ProviderFailure && error.kind === 'unavailable') await giveBack();
      throw error;
    }
  };
  const read = (account: AccountOfCoach, object: RecordObject): Promise<ZoomAnswer> =>
    call(account, { method: 'GET', path: meetingPath(object) });

  const find: Zoom['find'] = async (account, tag) => {
    let page = '';
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const query = new URLSearchParams({
        type: 'upcoming',
        page_size: String(PAGE),
        ...(page && { next_page_token: page }),
      });
      const answer = await call(account, { method: 'GET', path: `${hostPath(account)}?${query.toString()}` });
      const found = meetingsIn(answer).find(({ agenda }) => String(agenda ?? '').split('\n', 1)[0] === tagLine(tag));
      const id = found && meetingIdOf(found);
      // Lists leave the passcode out.
      if (id !== undefined) return meetingObject(await read(account, { id }));
      page = typeof answer.next_page_token === 'string' ? answer.next_page_token : '';
      if (page === '') return null;
    }
    return null;
  };

  return {
    call,
    accountOf,
    find,
    create: async (account, session) =>
      meetingObject(
        await countedCall(account, { method: 'POST', path: hostPath(account), body: meetingBody(session) }),
      ),
    async update(account, object, session) {
      await countedCall(account, { method: 'PATCH', path: meetingPath(object), body: meetingBody(session) });
      return object;
    },
    async remove(account, object) {
      try {
        await call(account, { method: 'DELETE', path: meetingPath(object) });
      } catch (error) {
        if (!(error instanceof ProviderFailure && error.kind === 'gone')) throw error;
      }
    },
    async hostLink(account, object) {
      const { start_url: link } = await read(account, object);
      if (typeof link !== 'string' || !link.startsWith('https://'))
        throw new ProviderFailure('NO_START_URL', 'unavailable');
      return link;
    },
  };
}
