import type { Coach } from '@coach-booking/sdk';
import { fixture, html } from '@open-wc/testing';
import type { CoachBooking } from '../src/coach-booking/coach-booking.ts';
import type { FakeFlow } from './fake-flow.ts';
import { connections } from './mount.ts';
import { coach, now, services } from './states.ts';
import { waitUntil } from './wait-until.ts';

/** Three coaches: the first two offer the same. */
export const team: readonly Coach[] = [
  coach,
  { ...coach, id: '665f00000000000000000002', slug: 'coach-b', name: 'Coach B', strengths: ['HIIT', 'Endurance'] },
  {
    ...coach,
    id: '665f00000000000000000003',
    slug: 'coach-c',
    name: 'Coach C with a name that is long enough for two lines of a card',
    strengths: [],
    specialties: ['Yoga'],
    services: [{ ...services[0]!, id: '665f00000000000000000031', slug: 'yoga-60', title: 'Yoga' }],
  },
];

/** An answer of the server: its status, and the body. */
export type Answer = readonly [status: number, body: object];

/** Returns what the server lists for these coaches. */
export function teamAnswer(coaches: readonly Coach[] = team): Answer {
  const of = (slug: string) =>
    coaches.filter((one) => one.services.some((service) => service.slug === slug)).map(({ id }) => id);
  const [start, end] = [now + 3_600_000, now + 7_200_000].map((at) => new Date(at).toISOString());
  const offered = ['strength-60', 'first-talk', 'yoga-60'].filter((slug) => of(slug).length > 0);
  const named = (slug: string) => coaches.flatMap((one) => one.services).find((service) => service.slug === slug)!;
  const [first] = offered;
  const data = {
    timeZone: 'America/New_York',
    zones: [],
    slots: [{ start, end, coachIds: of(first!) }],
    days: [start!.slice(0, 10)],
    nextAvailable: start,
    reason: null,
    service: named(first!),
    coachIds: of(first!),
    leftOut: [],
    coaches,
    services: offered.map((slug) => ({ service: named(slug), coachIds: of(slug) })),
  };
  return [200, { success: true, data }];
}

/** Returns a refusal with this code. */
export function refusal(status: number, code: string): Answer {
  return [status, { success: false, message: 'Refused.', code, error: code, requestId: 'r' }];
}

/** Answers the requests of the page by their path until the returned function is called; `asked` has the addresses. */
export function answerWith(answers: (url: URL) => Answer | null): { asked: URL[]; stop: () => void } {
  const before = globalThis.fetch;
  const asked: URL[] = [];
  globalThis.fetch = (input) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    asked.push(url);
    const answer = answers(url);
    if (!answer) return new Promise(() => undefined);
    const [status, body] = answer;
    return Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'r' },
      }),
    );
  };
  return { asked, stop: () => void (globalThis.fetch = before) };
}

/** Returns `<coach-booking>` that lets choose among coaches, once what it shows first is drawn. */
export async function mountTeam(
  { run }: Pick<FakeFlow<unknown>, 'run'>,
  attributes: Readonly<Record<string, string>> = {},
): Promise<CoachBooking> {
  // The element of the test before keeps its choice a microtask after it was removed.
  await Promise.resolve();
  sessionStorage.clear();
  connections.made = [];
  connections.next = () => run;
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('coach-booking');
  const given = { 'publishable-key': 'pk_test_x', team: '', lang: 'en', loading: 'eager', 'base-url': location.origin };
  for (const [name, value] of Object.entries({ ...given, ...attributes })) element.setAttribute(name, value);
  place.append(element);
  await waitUntil(() => element.shadowRoot?.querySelector('.root *'), 'the choice comes');
  return element;
}
