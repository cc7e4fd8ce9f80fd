import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

interface Rules {
  readonly accountSid: { readonly pattern: string };
  readonly request: object;
}

/** The rules of Twilio for a request by its own contract; the file names its source. */
const rules = JSON.parse(readFileSync(new URL('./twilio-create-message.json', import.meta.url), 'utf8')) as Rules;

/** A form has texts alone, so numbers and switches are read from them. */
const ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('phone-number', /^[+][1-9]\d{6,14}$/);
const isRight = ajv.compile({ ...rules.request, additionalProperties: false });

export const ACCOUNT = {
  provider: 'twilio',
  accountSid: `AC${'a1'.repeat(16)}`,
  authToken: 'b2'.repeat(16),
  from: '+15005550006',
  maxPerDay: 500,
} as const;

export type Form = Readonly<Record<string, string>>;
type Answer = (form: Form, response: ServerResponse) => void;

export interface FakeTwilio {
  readonly base: string;
  /** The requests that were taken, in order. */
  readonly taken: Form[];
  /** The number of requests, with any result. */
  readonly count: () => number;
  /** Answers all requests from now on, in place of Twilio. */
  answerWith(answer: Answer): void;
  /** Takes what Twilio takes again. */
  takeAgain(): void;
  close(): Promise<void>;
}

const say = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const refuse = (response: ServerResponse, status: number, code: number, message: string): void =>
  say(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

/** Codes of https://www.twilio.com/docs/api/errors for what the contract cannot express. */
const complaintOf = (form: Form): readonly [code: number, message: string] | undefined => {
  if (!form.From && !form.MessagingServiceSid) return [21603, "A 'From' phone number is required"];
  if (!form.Body) return [21602, 'Message body is required'];
  const url = form.StatusCallback === undefined ? undefined : new URL(form.StatusCallback);
  if (url && (!url.hostname.includes('.') || url.hostname.includes('_')))
    return [21609, "The 'StatusCallback' URL is not a valid URL"];
  return undefined;
};

/** Takes an SMS, or refuses it as Twilio would. */
const take = (form: Form, response: ServerResponse, taken: Form[]): void => {
  if (!isRight({ ...form })) return refuse(response, 400, 20001, ajv.errorsText(isRight.errors));
  const complaint = complaintOf(form);
  if (complaint) return refuse(response, 400, ...complaint);
  taken.push(form);
  const sid = `SM${taken.length.toString(16).padStart(32, '0')}`;
  say(response, 201, { sid, status: 'queued', num_segments: '1', error_code: null, to: form.To, body: form.Body });
};

/** Starts a server on this machine that takes what Twilio takes, and nothing else. */
export async function startFakeTwilio(): Promise<FakeTwilio> {
  const taken: Form[] = [];
  let count = 0;
  const asTwilio: Answer = (form, response) => take(form, response, taken);
  let answer = asTwilio;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    count += 1;
    const [, account] = /^\/2010-04-01\/Accounts\/(\w+)\/Messages\.json$/.exec(request.url ?? '') ?? [];
    const right = `Basic ${Buffer.from(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`).toString('base64')}`;
    const body = await text(request);
    if (request.method !== 'POST' || !account || !new RegExp(rules.accountSid.pattern).test(account))
      return refuse(response, 404, 20404, 'The requested resource was not found');
    if (request.headers.authorization !== right) return refuse(response, 401, 20003, 'Authenticate');
    if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return refuse(response, 400, 20001, 'Not a form');
    answer(Object.fromEntries(new URLSearchParams(body)), response);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    count: () => count,
    answerWith: (given) => {
      answer = given;
    },
    takeAgain: () => {
      answer = asTwilio;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
