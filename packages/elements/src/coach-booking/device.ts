import type { DraftSeal } from '@coach-booking/sdk';
import { online } from '../internal/online.ts';
import { loadSteps } from './load-steps.ts';

/** Seals by the later steps' file, which is fetched beside the first request. */
const seal: DraftSeal = {
  seal: (text) => loadSteps().then(({ draftSeal }) => draftSeal.seal(text)),
  open: (sealed) => loadSteps().then(({ draftSeal }) => draftSeal.open(sealed)),
};

/**
 * Returns what a flow takes from this tab. The storage ends with the tab and is absent where the browser forbids it;
 * what a visitor types is sealed in it.
 */
export function device(): { online: typeof online; storage?: Storage; seal?: DraftSeal } {
  try {
    return { online, storage: globalThis.sessionStorage, seal };
  } catch {
    return { online };
  }
}
