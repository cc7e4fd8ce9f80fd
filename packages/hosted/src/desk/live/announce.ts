import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { DeskTexts } from '../texts/index.ts';
import type { Request } from './desk-live.ts';

/** Says that requests have come in, with the way to them; null where they are in sight. */
export async function announce(
  { newRequest, newRequests, open }: DeskTexts,
  fresh: readonly Request[],
  run: (() => void) | null,
): Promise<void> {
  const [first] = fresh;
  const text =
    fresh.length === 1
      ? filled(newRequest, { name: isolated(first!.attendee.name), service: isolated(first!.serviceTitle) })
      : filled(newRequests, { count: fresh.length });
  const { showToast } = await import('../../ui/toasts.ts');
  showToast(text, run ? { action: { text: open, run } } : {});
}
