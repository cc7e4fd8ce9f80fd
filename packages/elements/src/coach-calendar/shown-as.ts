import type { CalendarFlowState, CalendarView } from '@coach-booking/sdk';

export function isView(text: string | null | undefined): text is CalendarView {
  return /^(month|week|day|three_days|list)$/.test(text ?? '');
}

/** Returns a BCP 47 tag whose times have 12 or 24 hours, where one is preferred. */
export function withHours(language: string, format = 'language'): string {
  const hours = { h12: '-hc-h12', h24: '-hc-h23' }[format];
  return hours ? `${language}${language.includes('-u-') ? '' : '-u'}${hours}` : language;
}

/** Returns the preferred colours as custom properties of the statuses. */
export function coloursOf(state: CalendarFlowState | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state?.preferences.colours ?? {}).map(([status, colour]) => [`--status-${status}`, colour]),
  );
}
