import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from '../../src/domain/dav/xml.ts';

export interface StoredCalendar {
  readonly name: string;
  /** By the last part of their path. */
  readonly objects: Map<string, string>;
  readonly isReadOnly?: boolean;
  /** `VEVENT` when absent. */
  readonly component?: string;
  /** The number of changes, of which its tags are made. */
  changes: number;
}

/** An answer in place of the server's own; `hang`: none at all. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly isHalf: true }
  | 'hang';

/**
 * A CalDAV server on this machine that keeps to RFC 4918, 4791, 5397, 6764 and 7232, and refuses what they forbid: a
 * question without a depth, a write without a condition, an object whose UID another one has.
 */
export interface StrictCaldav {
  readonly url: string;
  readonly calendars: Map<string, StoredCalendar>;
  /** Requests as `PUT /ana/home/a.ics`, in their order. */
  readonly requests: string[];
  /** Complaints about requests that a strict server does not take. */
  readonly complaints: string[];
  user: string;
  password: string;
  /** Returns an answer in place of the server's own, or nothing. */
  fault: (request: string, count: number) => Fault | undefined;
  /** Servers may leave out the etag of a write (RFC 4791, 5.3.4) and tags of calendars. */
  hidesEtags: boolean;
  hidesTags: boolean;
  calendarUrl(name: string): string;
  close(): Promise<void>;
}

const SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/"';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
const uidOf = (text: string): string | undefined => /^UID:(.+?)\r?$/m.exec(text)?.[1];

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

interface Resource {
  readonly href: string;
  /** By their names, in XML. */
  readonly properties: Readonly<Record<string, string>>;
}

const DAV_NAMES: Readonly<Record<string, string>> = {
  'DAV:': '',
  'urn:ietf:params:xml:ns:caldav': 'C:',
  'http://calendarserver.org/ns/': 'CS:',
};
const tagOf = (name: string): string => {
  const [, space, local] = /^\{(.*)\}(.*)$/.exec(name)!;
  return `${DAV_NAMES[space!] ?? ''}${local}`;
};

const responseOf = ({ href, properties }: Resource, asked: readonly XmlElement[]): string => {
  const has = asked.filter(({ name }) => name in properties);
  const lacks = asked.filter(({ name }) => !(name in properties));
  const found = has.map(({ name }) => `<${tagOf(name)}>${properties[name]}</${tagOf(name)}>`).join('');
  const missing = lacks.map(({ name }) => `<${tagOf(name)}/>`).join('');
  const propstat = (prop: string, status: string) =>
    prop && `<propstat><prop>${prop}</prop><status>HTTP/1.1 ${status}</status></propstat>`;
  return `<response><href>${escaped(href)}</href>${propstat(found, '200 OK')}${propstat(missing, '404 Not Found')}</response>`;
};

const multistatus = (responses: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<multistatus ${SPACES}>${responses.join('')}</multistatus>`;

export async function startStrictCaldav(): Promise<StrictCaldav> {
  const calendars = new Map<string, StoredCalendar>();
  const server = createServer((request, answer) => void handle(request, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const counts = new Map<string, number>();
  const halves = new WeakSet<ServerResponse>();
  const dav: StrictCaldav = {
    url,
    calendars,
    requests: [],
    complaints: [],
    user: 'ana',
    password: 'abcd-efgh',
    fault: () => undefined,
    hidesEtags: false,
    hidesTags: false,
    calendarUrl: (name) => `${url}/dav/ana/${name}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const aboutCalendar = (slug: string, calendar: StoredCalendar): Resource => {
    const { name, isReadOnly, component = 'VEVENT', changes } = calendar;
    const privileges = ['read', ...(isReadOnly ? [] : ['write'])];
    return {
      href: `/dav/ana/${slug}/`,
      properties: {
        '{DAV:}resourcetype': '<collection/><C:calendar/>',
        '{DAV:}displayname': escaped(name),
        '{DAV:}current-user-principal': '<href>/dav/principals/ana/</href>',
        '{DAV:}current-user-privilege-set': privileges.map((one) => `<privilege><${one}/></privilege>`).join(''),
        '{urn:ietf:params:xml:ns:caldav}supported-calendar-component-set': `<C:comp name="${component}"/>`,
        ...(!dav.hidesTags && {
          '{http://calendarserver.org/ns/}getctag': `c${changes}`,
          '{DAV:}sync-token': `${url}/sync/${changes}`,
        }),
      },
    };
  };
  const collections: Readonly<Record<string, Resource>> = {
    '/dav/': {
      href: '/dav/',
      properties: {
        '{DAV:}resourcetype': '<collection/>',
        '{DAV:}current-user-principal': '<href>/dav/principals/ana/</href>',
      },
    },
    '/dav/principals/ana/': {
      href: '/dav/principals/ana/',
      properties: { '{urn:ietf:params:xml:ns:caldav}calendar-home-set': '<href>/dav/ana/</href>' },
    },
    '/dav/ana/': { href: '/dav/ana/', properties: { '{DAV:}resourcetype': '<collection/>' } },
  };
  const calendarAt = (path: string): readonly [string, StoredCalendar] | undefined => {
    const [, slug] = /^\/dav\/ana\/([^/]+)\/$/.exec(path) ?? [];
    const found = slug === undefined ? undefined : calendars.get(slug);
    return found && [slug!, found];
  };

  const complain = (answer: ServerResponse, complaint: string, status = 400): void => {
    dav.complaints.push(complaint);
    answer.writeHead(status).end();
  };
  const send207 = (answer: ServerResponse, responses: readonly string[]): void => {
    const text = multistatus(responses);
    answer
      .writeHead(207, { 'content-type': 'application/xml; charset=utf-8' })
      .end(halves.has(answer) ? text.slice(0, text.length / 2) : text);
  };

  const propfind = (path: string, depth: unknown, body: string, answer: ServerResponse): void => {
    const root = parseXml(body);
    const asked = childOf(root, '{DAV:}prop')?.children ?? [];
    if (root.name !== '{DAV:}propfind' || asked.length === 0) return complain(answer, 'no propfind');
    const calendar = calendarAt(path);
    const self = calendar ? aboutCalendar(...calendar) : collections[path];
    if (!self) return void answer.writeHead(404).end();
    const below =
      depth === '1' && path === '/dav/ana/' ? [...calendars].map(([slug, one]) => aboutCalendar(slug, one)) : [];
    send207(
      answer,
      [self, ...below].map((one) => responseOf(one, asked)),
    );
  };

  const report = (path: string, body: string, answer: ServerResponse): void => {
    const root = parseXml(body);
    const [slug, calendar] = calendarAt(path) ?? [];
    const [comp] = childrenOf(
      childOf(root, '{urn:ietf:params:xml:ns:caldav}filter'),
      '{urn:ietf:params:xml:ns:caldav}comp-filter',
    );
    if (!calendar) return void answer.writeHead(404).end();
    if (!root.name.endsWith('}calendar-query') || !comp || attributeOf(comp, 'name') !== 'VCALENDAR')
      return complain(answer, 'no calendar-query with a filter');
    const asked = childOf(root, '{DAV:}prop')?.children ?? [];
    const objects = [...calendar.objects].map(([name, text]) => ({
      href: `/dav/ana/${slug}/${encodeURIComponent(name)}`,
      properties: { '{DAV:}getetag': etagOf(text), '{urn:ietf:params:xml:ns:caldav}calendar-data': escaped(text) },
    }));
    send207(
      answer,
      objects.map((one) => responseOf(one, asked)),
    );
  };

  const write = (request: IncomingMessage, path: string, body: string, answer: ServerResponse): void => {
    const [, slug, name] = /^\/dav\/ana\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    const calendar = slug === undefined ? undefined : calendars.get(slug);
    if (!calendar) return void answer.writeHead(409).end();
    if (calendar.isReadOnly) return void answer.writeHead(403).end();
    const key = decodeURIComponent(name!);
    const stored = calendar.objects.get(key);
    const { 'if-match': match, 'if-none-match': none } = request.headers;
    if ((match !== undefined && (!stored || etagOf(stored) !== match)) || (none === '*' && stored !== undefined))
      return void answer.writeHead(412).end();
    if (request.method === 'DELETE') {
      if (stored === undefined) return void answer.writeHead(404).end();
      calendar.objects.delete(key);
    } else {
      if (match === undefined && none === undefined) return complain(answer, 'a write without a condition', 428);
      if (!/^text\/calendar/.test(request.headers['content-type'] ?? ''))
        return complain(answer, 'no text/calendar', 415);
      if (/^METHOD:/m.test(body)) return complain(answer, 'an object with a METHOD', 403);
      if (!body.startsWith('BEGIN:VCALENDAR\r\n') || !body.endsWith('END:VCALENDAR\r\n'))
        return complain(answer, 'no calendar');
      const isTaken = [...calendar.objects].some(([other, text]) => other !== key && uidOf(text) === uidOf(body));
      if (isTaken) return complain(answer, 'a UID twice', 409);
      calendar.objects.set(key, body);
    }
    calendar.changes += 1;
    const etag = { ...(!dav.hidesEtags && request.method === 'PUT' && { etag: etagOf(body) }) };
    answer.writeHead(stored === undefined ? 201 : 204, etag).end();
  };

  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = request;
    const body = await textOf(request);
    const name = `${method} ${path}`;
    dav.requests.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const fault = dav.fault(name, counts.get(name)!);
    if (fault === 'hang') return;
    if (fault && 'status' in fault) return void answer.writeHead(fault.status, fault.headers).end(fault.body);
    const basic = `Basic ${Buffer.from(`${dav.user}:${dav.password}`).toString('base64')}`;
    if (request.headers.authorization !== basic)
      return void answer.writeHead(401, { 'www-authenticate': 'Basic realm="dav"' }).end('<html>Sign in</html>');
    if (path === '/.well-known/caldav') return void answer.writeHead(301, { location: '/dav/' }).end();
    const { depth } = request.headers;
    if ((method === 'PROPFIND' || method === 'REPORT') && depth !== '0' && depth !== '1')
      return complain(answer, `a ${method} of depth ${String(depth)}`);
    if (fault) halves.add(answer);
    try {
      if (method === 'PROPFIND') return propfind(path, depth, body, answer);
      if (method === 'REPORT') return report(path, body, answer);
      if (method === 'PUT' || method === 'DELETE') return write(request, path, body, answer);
      const [, slug, object] = /^\/dav\/ana\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
      const text = calendars.get(slug ?? '')?.objects.get(decodeURIComponent(object ?? ''));
      if (method !== 'GET' || text === undefined) return void answer.writeHead(method === 'GET' ? 404 : 405).end();
      answer.writeHead(200, { 'content-type': 'text/calendar', etag: etagOf(text) }).end(text);
    } catch (error) {
      complain(answer, String(error));
    }
  };
  return dav;
}
