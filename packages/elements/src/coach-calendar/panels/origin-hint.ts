import type { CalendarProblem } from '@coach-booking/sdk';

const explained = new WeakSet<CalendarProblem>();

/**
 * Explains a failure in the console, where the API refuses the origin of the page: each request of the calendar needs a
 * preflight, and browsers hide its refusal, so that it looks like a lost network. A request without a session needs
 * none, and the API lets every page read why it is refused. Does nothing after other failures.
 */
export async function explainOrigin(baseUrl: string, problem: CalendarProblem | null): Promise<void> {
  if (problem?.kind !== 'offline' || !navigator.onLine || explained.has(problem)) return;
  explained.add(problem);
  const { origin } = new URL(baseUrl, location.href);
  if (origin === location.origin) return;
  const answer = await globalThis.fetch(`${origin}/v1/me`, { credentials: 'omit' }).catch(() => null);
  if (answer?.status !== 401) return;
  globalThis.console.error(
    `<coach-calendar> on ${globalThis.origin}: ${origin} answers, but not to this page, since its origin is not on the partner's list. An admin adds it at ${origin}/admin#partner, a server with PATCH /v1/partner.`,
  );
}
