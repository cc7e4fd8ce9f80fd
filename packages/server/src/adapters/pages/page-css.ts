/** The style sheet of the hosted pages; the elements have their own. */
export const pageCss = `
:root { color-scheme: light dark; --ink: #15211f; --quiet: #5b6462; --ground: #f3f6f5; --bg: #ffffff; --line: #d9e0de; --accent: #0f6e66; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9f0ee; --quiet: #a9b0af; --ground: #0b0f11; --bg: #141a1d; --line: #2b3438; --accent: #4fd1c0; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
.framed body { min-height: 0; background: none; }
main { max-width: 960px; margin: 0 auto; padding: clamp(16px, 4vw, 48px) clamp(12px, 3vw, 24px); }
main.wide { max-width: 1440px; padding: clamp(8px, 2vw, 24px); }
.page { max-width: 1440px; margin: 0 auto; padding: clamp(8px, 2vw, 24px); }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
p { margin: 0 0 16px; color: var(--quiet); }
a { color: var(--accent); }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.team .all { grid-column: 1 / -1; }
.initials svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; }
ul.team { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 16px; margin: 24px 0 0; padding: 0; list-style: none; }
.coach { display: flex; align-items: center; gap: 16px; height: 100%; min-height: 88px; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--bg); color: inherit; text-decoration: none; }
.coach:hover { border-color: var(--accent); }
.coach:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.coach img, .initials { flex: none; width: 56px; height: 56px; border-radius: 50%; object-fit: cover; }
.initials { display: grid; place-items: center; background: var(--ground); color: var(--accent); font-weight: 600; }
.coach > span:last-child { display: grid; gap: 2px; min-width: 0; overflow-wrap: anywhere; }
.coach span > span, .coach small { color: var(--quiet); font-size: 14px; }
.logo { display: block; max-width: 200px; max-height: 40px; margin: 0 0 16px; }
coach-booking.signed-in::part(account) { display: none; }
footer { display: flex; flex-wrap: wrap; gap: 4px 16px; max-width: 960px; margin: 0 auto; padding: 0 24px 32px; color: var(--quiet); font-size: 13px; }
`;

/** The icon of the hosted pages: a day of a calendar, ticked. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="5" width="26" height="24" rx="6" fill="#0f6e66"/><path d="M10 2v6M22 2v6" stroke="#0f6e66" stroke-width="3" stroke-linecap="round"/><path d="m10 18 4.5 4.5L22.5 14" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
