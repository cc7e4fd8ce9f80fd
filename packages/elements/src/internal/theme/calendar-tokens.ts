import { css } from 'lit';

/** The tokens that the calendar adds: a colour for each status of a booking. */
export const calendarTokens = css`
  .root {
    --c-pending: var(--status-pending, light-dark(#b45309, #fbbf24));
    --c-scheduled: var(--status-scheduled, light-dark(#1d4ed8, #93b4ff));
    --c-confirmed: var(--status-confirmed, light-dark(#0f766e, #5eead4));
    --c-in_progress: var(--status-in_progress, light-dark(#7e22ce, #d8b4fe));
    --c-completed: var(--status-completed, light-dark(#4b5563, #b6c0cc));
    --c-no_show: var(--status-no_show, light-dark(#be123c, #fda4af));
    --c-cancelled: var(--status-cancelled, light-dark(#6b7280, #8b95a1));
  }
`;
