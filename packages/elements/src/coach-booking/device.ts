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

/** What a flow takes from this tab. The storage ends with the tab and is absent where the browser forbids it. */
export function device(): { online: typeof online; storage?: Storage } {
  try {
    return { online, storage: globalThis.sessionStorage };
  } catch {
    return { online };
  }
}
