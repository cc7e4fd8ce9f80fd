import { css } from 'lit';

/**
 * The theme of an element. A page sets `--coach-*`, and the partner's accent is used where the page sets none. The
 * properties stand on `.root`, where no rule of the page reaches them.
 */
export const elementTokens = css`
  .root {
    --bg: var(--coach-background, light-dark(#fff, #13191c));
    --ink: var(--coach-text, light-dark(#15211f, #e9f0ee));
    --accent: var(--coach-accent, var(--coach-brand, light-dark(#0f6e66, #4fd1c0)));
    --on: var(--coach-on-accent, var(--bg));
    --quiet: var(--coach-muted, color-mix(in srgb, var(--ink) 70%, var(--bg)));
    --line: var(--coach-border, color-mix(in srgb, var(--ink) 15%, var(--bg)));
    --soft: color-mix(in srgb, var(--ink) 5%, var(--bg));
    --tint: color-mix(in srgb, var(--accent) 12%, var(--bg));
    --free: var(--coach-available, light-dark(#14663a, #8fe3b1));
    --taken: var(--coach-booked, light-dark(#9b1c1c, #f7a8a8));
    --pause: var(--coach-break, light-dark(#6f5200, #f0d377));
    --round: var(--coach-radius, 12px);
  }
`;

/** What the calendar adds: a colour for each status of a booking, and what lies over the page behind a dialog. */
export const calendarTokens = css`
  .root {
    --c-pending: var(--status-pending, light-dark(#b45309, #fbbf24));
    --c-scheduled: var(--status-scheduled, light-dark(#1d4ed8, #93b4ff));
    --c-confirmed: var(--status-confirmed, light-dark(#0f766e, #5eead4));
    --c-in_progress: var(--status-in_progress, light-dark(#7e22ce, #d8b4fe));
    --c-completed: var(--status-completed, light-dark(#4b5563, #b6c0cc));
    --c-no_show: var(--status-no_show, light-dark(#be123c, #fda4af));
    --c-cancelled: var(--status-cancelled, light-dark(#6b7280, #8b95a1));
    --shade: rgb(0 0 0 / 45%);
    --thin-shade: rgb(0 0 0 / 12%);
  }
`;

/** The theme of a hosted page: the same colours, which no page around it changes. A QR code is read black on white. */
export const pageTokens = css`
  :host {
    --bg: light-dark(#fff, #13191c);
    --ink: light-dark(#15211f, #e9f0ee);
    --accent: light-dark(#0f6e66, #4fd1c0);
    --good: light-dark(#14663a, #8fe3b1);
    --wrong: light-dark(#9b1c1c, #f7a8a8);
    --quiet: color-mix(in srgb, var(--ink) 70%, var(--bg));
    --line: color-mix(in srgb, var(--ink) 15%, var(--bg));
    --soft: color-mix(in srgb, var(--ink) 5%, var(--bg));
    --rim: color-mix(in srgb, var(--ink) 45%, var(--bg));
    --shade: rgb(0 0 0 / 50%);
    --paper: #fff;
    --print: #000;
  }
`;
