import { svg, type SVGTemplateResult } from 'lit';

/**
 * The strokes of the desk's icons, on a field of 24 by 24. Each element has an end tag: the build shortens `/>` to `>`
 * where no `<svg>` is around it, and the next element would be a child of this one, which draws nothing.
 */
const strokes = {
  today: svg`<circle cx="12" cy="12" r="4"></circle><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4"></path>`,
  calendar: svg`<rect x="4" y="5" width="16" height="15" rx="3"></rect><path d="M4 10h16M9 3v4m6-4v4"></path>`,
  bookings: svg`<path d="M9 6h11M9 12h11M9 18h11"></path><path d="m3.5 6 1 1 1.8-2M3.5 12l1 1 1.8-2M3.5 18l1 1 1.8-2"></path>`,
  clients: svg`<circle cx="9" cy="8" r="3.5"></circle><path d="M3 20c0-3.6 2.6-6 6-6s6 2.4 6 6m.5-15.2a3.5 3.5 0 0 1 0 6.4M18 14.6c1.9.9 3 2.8 3 5.4"></path>`,
  leads: svg`<path d="M4 5h16l-6 7.5V19l-4-2v-4.5z"></path>`,
  statistics: svg`<path d="M5 20v-7m7 7V4m7 16v-10"></path>`,
  meetings: svg`<rect x="3" y="6" width="12" height="12" rx="3"></rect><path d="m15 11 6-3.5v9L15 13"></path>`,
  services: svg`<path d="M12 3h7a2 2 0 0 1 2 2v7l-9 9-9-9z"></path><circle cx="16.5" cy="7.5" r="1"></circle>`,
  availability: svg`<circle cx="12" cy="12" r="8.5"></circle><path d="M12 7v5l3.5 2"></path>`,
  team: svg`<circle cx="12" cy="7" r="3"></circle><circle cx="5.5" cy="15" r="2.5"></circle><circle cx="18.5" cy="15" r="2.5"></circle><path d="m10 9.6-3 3.2m7-3.2 3 3.2M8 15h8"></path>`,
  profile: svg`<rect x="3" y="5" width="18" height="14" rx="3"></rect><circle cx="9" cy="11" r="2"></circle><path d="M6 16c.4-1.6 1.5-2.4 3-2.4s2.6.8 3 2.4M15 10h3m-3 4h3"></path>`,
  settings: svg`<path d="M4 7h9m4 0h3M4 17h3m4 0h9"></path><circle cx="15" cy="7" r="2"></circle><circle cx="9" cy="17" r="2"></circle>`,
  admin: svg`<path d="M12 3 5 6v5c0 4.5 2.9 8 7 10 4.1-2 7-5.5 7-10V6z"></path><path d="m9 12 2 2 4-4"></path>`,
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="3"></rect><path d="m4 8 8 6 8-6"></path>`,
  key: svg`<circle cx="8" cy="14" r="4.5"></circle><path d="m11.3 10.7 8.2-8.2M16 6l3 3m-6-.2 2 2"></path>`,
  webhook: svg`<path d="M12 9a3.5 3.5 0 1 0-3-1.7L6.5 13M9 17h6.5m0 0a3.5 3.5 0 1 0 .7-3.6M12 9l3.2 5.5M9 17a3.5 3.5 0 1 1-2.5-4"></path>`,
  plug: svg`<path d="M9 3v5m6-5v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"></path>`,
  brand: svg`<path d="M12 3a9 9 0 1 0 0 18c1.4 0 2-.9 2-1.8 0-1.4-1-1.6-1-2.8 0-.9.7-1.4 1.6-1.4H17a4 4 0 0 0 4-4C21 6.5 17 3 12 3z"></path><path d="M7.5 12h.01M9.5 7.8h.01M14.5 7.8h.01"></path>`,
  code: svg`<path d="m8 7-5 5 5 5m8-10 5 5-5 5M14 4l-4 16"></path>`,
  globe: svg`<circle cx="12" cy="12" r="8.5"></circle><path d="M3.5 12h17M12 3.5c2.4 2.3 3.6 5.1 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.1-3.6-8.5s1.2-6.2 3.6-8.5z"></path>`,
  questions: svg`<path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"></path><path d="M8 9h8m-8 4h5"></path>`,
  log: svg`<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7m-7 4h7"></path>`,
  import: svg`<path d="M12 3v11m-4-4 4 4 4-4M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3"></path>`,
  account: svg`<circle cx="12" cy="8" r="4"></circle><path d="M4.5 20.5c.5-4 3.5-6.5 7.5-6.5s7 2.5 7.5 6.5"></path>`,
  more: svg`<path d="M4 7h16M4 12h16M4 17h16"></path>`,
  search: svg`<circle cx="11" cy="11" r="6.5"></circle><path d="m16 16 4.5 4.5"></path>`,
  keys: svg`<rect x="3" y="6" width="18" height="12" rx="2"></rect><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"></path>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"></path>`,
  choose: svg`<path d="m8 10 4-4 4 4M8 14l4 4 4-4"></path>`,
  collapse: svg`<rect x="3" y="5" width="18" height="14" rx="3"></rect><path d="M9 5v14"></path>`,
  signOut: svg`<path d="M14 4H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7m2-4 4-4-4-4m4 4H10"></path>`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

export type IconName = keyof typeof strokes;

/** Renders an icon in the colour of the text beside it, whose words say what it stands for. */
export function icon(name: IconName): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${strokes[name]}</svg>`;
}
