import express, { type Response as Answer, type Router } from 'express';
import type { components } from '@coach-booking/contract/types';

type Schemas = components['schemas'];

/** The API as this partner's server reaches it. */
export interface PartnerApi {
  readonly baseUrl: string;
  /** Of mode test. It never leaves this server. */
  readonly secretKey: string;
}

interface Page {
  readonly data: Schemas['TestMessage'][];
  readonly meta: { readonly nextCursor: string | null };
}

/** The HTML of a mail may style itself and show pictures, and nothing else: the frame around it has no rights. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const PER_PAGE = 100;

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const call = async <T>({ baseUrl, secretKey }: PartnerApi, path: string, init: RequestInit = {}): Promise<T> => {
  const response = await fetch(`${baseUrl}/v1/test/${path}`, {
    ...init,
    headers: { ...init.headers, Authorization: `Bearer ${secretKey}` },
  });
  const answer = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Refused(response.status, answer.message ?? 'The server refused it.');
  return answer;
};

const allMessages = async (api: PartnerApi): Promise<Schemas['TestMessage'][]> => {
  const all: Schemas['TestMessage'][] = [];
  let cursor: string | null = '';
  do {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: Page = await call<Page>(api, `messages?limit=${PER_PAGE}${more}`);
    all.push(...page.data);
    cursor = page.meta.nextCursor;
  } while (cursor !== null);
  return all;
};

const refusedWith =
  (response: Answer) =>
  (error: unknown): void => {
    const status = error instanceof Refused ? error.status : 502;
    response.status(status).json({ message: error instanceof Refused ? error.message : 'The server does not answer.' });
  };

/**
 * Returns what a partner's server needs for its page of test messages: `GET /list`, `POST /run-due` with `{ now }`, an
 * ISO instant, and `GET /mail/{id}`, the HTML of a mail on its own.
 */
export function partnerMessages(api: () => PartnerApi): Router {
  const router = express.Router();
  router.get('/list', (_request, response) => {
    const send = (messages: Schemas['TestMessage'][]) => response.set('Cache-Control', 'no-store').json({ messages });
    void allMessages(api()).then(send, refusedWith(response));
  });
  // Another site cannot send JSON here, since nothing answers its preflight.
  router.post('/run-due', express.json({ type: 'application/json', limit: '1kb' }), (request, response) => {
    const { now } = (request.body ?? {}) as { readonly now?: unknown };
    const headers = { 'Content-Type': 'application/json', 'X-Test-Now': String(now) };
    void call<{ data: Schemas['RanDue'] }>(api(), 'run-due', { method: 'POST', body: '{}', headers }).then(
      ({ data }) => response.json(data),
      refusedWith(response),
    );
  });
  router.get('/mail/:id', (request, response) => {
    const send = (messages: Schemas['TestMessage'][]) => {
      const html = messages.find(({ id }) => id === request.params.id)?.html;
      if (html === undefined) return response.status(404).json({ message: 'There is no such mail.' });
      return response
        .type('html')
        .set({
          'Content-Security-Policy': MAIL_POLICY,
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
        })
        .send(html);
    };
    void allMessages(api()).then(send, refusedWith(response));
  });
  return router;
}
