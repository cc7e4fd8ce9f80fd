/** A request, read before the answer was given. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly credentials: RequestCredentials;
  /** Parsed JSON; null without a body. */
  readonly body: unknown;
}

/** An answer, an error to throw, or a function that returns one. */
export type FakeAnswer =
  Response | Error | ((request: SentRequest, signal: AbortSignal) => Response | Promise<Response>);

/**
 * Returns a `fetch` that gives the prepared answers in order and records the requests. The last answer is used for all
 * that follow.
 */
export interface FakeFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly sent: readonly SentRequest[];
}

export function fakeFetch(...answers: readonly [FakeAnswer, ...FakeAnswer[]]): FakeFetch {
  const sent: SentRequest[] = [];
  return {
    sent,
    async fetch(input, init) {
      const request = new Request(input, init);
      const text = await request.text();
      const entry = {
        credentials: request.credentials,
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        body: text ? JSON.parse(text) : null,
      };
      const answer = answers[Math.min(sent.push(entry), answers.length) - 1];
      if (answer instanceof Response) return answer.clone();
      if (typeof answer === 'function') return answer(entry, request.signal);
      throw answer;
    },
  };
}

/** Returns a successful answer in the API's envelope. */
export function answered(data: unknown, meta?: object): Response {
  return Response.json({ success: true, data, ...(meta && { meta }) });
}
