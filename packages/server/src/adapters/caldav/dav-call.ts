import { isSameSite } from '../../domain/dav/same-site.ts';
import { multistatusOf, type DavResponse } from '../../domain/dav/multistatus.ts';
import { MalformedXml } from '../../domain/dav/xml.ts';
import { CaldavFailure, type CaldavAccount } from '../../application/ports/caldav.ts';
import { OutboundFailure, type Outbound, type OutboundReply } from '../../application/ports/outbound.ts';

/** A request of WebDAV. */
export interface DavRequest {
  readonly method: 'PROPFIND' | 'REPORT' | 'GET' | 'PUT' | 'DELETE';
  /** A path is of the account's server. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes?: number;
}

/** An answer, and where it came from in the end. */
export interface DavAnswer extends OutboundReply {
  readonly url: string;
}

/** Bytes of a response about a single resource. */
const MAX_BYTES = 1_000_000;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
export const MULTISTATUS = 207;

/** Returns the address of an account's server, or of a redirect or link, which must be of the same site. */
export function siteUrl({ server }: CaldavAccount, href: string, base = server): URL {
  if (!URL.canParse(href, base)) throw new CaldavFailure('URL_NOT_ALLOWED');
  const url = new URL(href, base);
  // RFC 4918 lets a link have any form; none of them may lead to where the password is not for.
  if (!isSameSite(new URL(server), url) || url.username !== '' || url.password !== '')
    throw new CaldavFailure('URL_NOT_ALLOWED');
  return url;
}

const basicOf = ({ user, password }: CaldavAccount): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

const sentOnce = async (outbound: Outbound, account: CaldavAccount, url: URL, request: DavRequest) => {
  const { method, headers, body, maxBytes = MAX_BYTES } = request;
  try {
    return await outbound.send({
      mode: account.mode,
      method,
      url: url.href,
      headers: {
        authorization: basicOf(account),
        'user-agent': 'coach-booking-calendars/1',
        ...(body !== undefined && { 'content-type': 'application/xml; charset=utf-8' }),
        ...headers,
      },
      maxBytes,
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    if (error instanceof OutboundFailure) throw new CaldavFailure(error.code);
    throw error;
  }
};

/**
 * Sends a request, and follows three redirects at most, each only within the site of the account. Returns any other
 * answer. Throws a CaldavFailure.
 */
export async function davCall(outbound: Outbound, account: CaldavAccount, request: DavRequest): Promise<DavAnswer> {
  let url = siteUrl(account, request.url);
  for (let redirects = 0; ; redirects += 1) {
    const reply = await sentOnce(outbound, account, url, request);
    const { location } = reply.headers;
    if (!REDIRECTS.has(reply.status) || location === undefined) return { ...reply, url: url.href };
    if (redirects >= MAX_REDIRECTS) throw new CaldavFailure('TOO_MANY_REDIRECTS');
    url = siteUrl(account, location, url.href);
  }
}

/** Throws a CaldavFailure for an answer that is none of these. */
export function expectStatus({ status, retryAfter }: OutboundReply, ...expected: readonly number[]): void {
  if (!expected.includes(status))
    throw new CaldavFailure(status >= 200 && status < 400 ? 'MALFORMED' : status, retryAfter);
}

/** Returns the resources of an answer; a page to sign in is none. Throws a CaldavFailure. */
export function resourcesOf(answer: DavAnswer): readonly DavResponse[] {
  expectStatus(answer, MULTISTATUS);
  try {
    return multistatusOf(answer.text);
  } catch (error) {
    if (error instanceof MalformedXml) throw new CaldavFailure('MALFORMED');
    throw error;
  }
}

const SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"';

/** Returns the body of a PROPFIND for these properties, such as `d:getetag`. */
export function propfind(...properties: readonly string[]): string {
  const asked = properties.map((name) => `<${name}/>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><d:propfind ${SPACES}><d:prop>${asked}</d:prop></d:propfind>`;
}

/** The body of a REPORT on all events of a calendar: servers filter series by time wrongly (decision 0074). */
export const ALL_EVENTS =
  `<?xml version="1.0" encoding="utf-8"?><c:calendar-query ${SPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop>` +
  '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter></c:calendar-query>';
