/** A tab that is opened by a press before it is known where it leads: later, a browser would take it for a pop-up. */
export interface NewTab {
  lead(url: string): void;
  close(): void;
}

/** Opens an empty tab that knows nothing of this page; null where the browser opens none. */
export function openTab(): NewTab | null {
  const tab = window.open('about:blank', '_blank');
  if (!tab) return null;
  tab.opener = null;
  return { lead: (url) => tab.location.replace(url), close: () => tab.close() };
}
