import type { DraftSeal } from '@coach-booking/sdk';
import { online } from '../internal/online.ts';
import { loadSteps } from './load-steps.ts';

/** Seals with the file of the later steps, which is fetched beside the first request. */
const seal: DraftSeal = {
  seal: (text) => loadSteps().then(({ draftSeal }) => draftSeal.seal(text)),
  open: (sealed) => loadSteps().then(({ draftSeal }) => draftSeal.open(sealed)),
};

/**
 * Returns the ports of a flow that this tab provides. The storage ends with the tab and is absent where the browser
 * forbids it; the visitor's contact details are sealed in it.
 */
export function device(): { online: typeof online; storage?: Storage; seal?: DraftSeal } {
  try {
    return { online, storage: globalThis.sessionStorage, seal };
  } catch {
    return { online };
  }
}
