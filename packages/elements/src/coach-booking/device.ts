import type { DraftSeal } from '@coach-booking/sdk';

/** Whether the device has a network, as the browser tells it. */
const online = {
  onChange(changed: (online: boolean) => void): () => void {
    const up = () => changed(true);
    const down = () => changed(false);
    addEventListener('online', up);
    addEventListener('offline', down);
    return () => {
      removeEventListener('online', up);
      removeEventListener('offline', down);
    };
  },
};

/** Seals by the later steps' file, which is fetched beside the first request. */
const seal: DraftSeal = {
  seal: (text) => import('./steps/index.ts').then((steps) => steps.draftSeal.seal(text)),
  open: (sealed) => import('./steps/index.ts').then((steps) => steps.draftSeal.open(sealed)),
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
