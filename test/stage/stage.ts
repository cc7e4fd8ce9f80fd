/**
 * The stage: every state that the tests of the elements draw, on a page of its own, so that it can be looked at while
 * it is worked on. Without a query the page lists them; `?of=booking&state=taken&look=dark` draws one. The clock of
 * each is that of its tests.
 */
import type { Appearance, ElementStates } from './element-states.ts';

/** The states by element; a file is loaded when one of its states is opened, since each defines elements of its own. */
const elements: Readonly<Record<string, () => Promise<ElementStates>>> = {
  'design language': async () => (await import('./elements/components.ts')).components,
  booking: async () => (await import('./elements/booking.ts')).booking,
  themes: async () => (await import('./elements/themes.ts')).themes,
  manage: async () => (await import('./elements/booking.ts')).manage,
  calendar: async () => (await import('./elements/calendar.ts')).calendar,
  panels: async () => (await import('./elements/calendar.ts')).panels,
  client: async () => (await import('./elements/calendar.ts')).client,
  admin: async () => (await import('./elements/admin.ts')).admin,
  gate: async () => (await import('./elements/hosted.ts')).gate,
  setup: async () => (await import('./elements/hosted.ts')).setup,
  'mail links': async () => (await import('./elements/hosted.ts')).mailLinks,
  desk: async () => (await import('./elements/hosted.ts')).desk,
  'desk set up': async () => (await import('./elements/desk-setup.ts')).deskSetup,
  'side by side': async () => (await import('./elements/side-by-side.ts')).sideBySide,
  'sign-in': async () => (await import('./elements/hosted.ts')).signIn,
  book: async () => (await import('./elements/book.ts')).book,
  me: async () => (await import('./elements/me.ts')).me,
  'own account': async () => (await import('./elements/hosted.ts')).ownAccount,
};

/** The look of a state on a page. */
interface PageLook extends Appearance {
  /** The font size of the page's root, which is what `rem` means. */
  readonly rootFont?: string;
  /** Pixels: the plain page, in a window as wide as this. */
  readonly frame?: number;
}

const plain: PageLook = { theme: 'light', lang: 'en' };
const looks: Readonly<Record<string, PageLook>> = {
  light: plain,
  dark: { ...plain, theme: 'dark' },
  arabic: { ...plain, lang: 'ar' },
  german: { ...plain, lang: 'de' },
  hebrew: { ...plain, lang: 'he' },
  polish: { ...plain, lang: 'pl' },
  '320 px': { ...plain, frame: 320 },
  '62.5 %': { ...plain, rootFont: '62.5%' },
};

const address = (of: string, state: string, look: string): string => `?${new URLSearchParams({ of, state, look })}`;

const link = (href: string, text: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href, textContent: text });

async function list(): Promise<void> {
  document.body.className = 'list';
  for (const [of, states] of Object.entries(elements)) {
    const heading = Object.assign(document.createElement('h2'), { textContent: of });
    const table = document.createElement('table');
    for (const state of Object.keys(await states())) {
      const row = table.insertRow();
      row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: state }));
      row.insertCell().append(...Object.keys(looks).map((look) => link(address(of, state, look), look)));
    }
    document.body.append(heading, table);
  }
}

async function draw(of: string, state: string, name: string): Promise<void> {
  const look = looks[name] ?? plain;
  document.title = `${of}: ${state}, ${name}`;
  if (look.frame) {
    const frame = Object.assign(document.createElement('iframe'), {
      src: address(of, state, 'light'),
      title: document.title,
    });
    frame.style.width = `${look.frame}px`;
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    return;
  }
  const page = document.documentElement;
  page.lang = look.lang;
  page.dir = /^(ar|he)$/.test(look.lang) ? 'rtl' : 'ltr';
  page.style.colorScheme = look.theme;
  // The hosted pages speak the browser's language.
  Object.defineProperty(navigator, 'language', { configurable: true, value: look.lang });
  if (look.rootFont) page.style.fontSize = look.rootFont;
  const render = (await elements[of]?.())?.[state];
  if (!render) throw new Error(`There is no state ${state} of ${of}.`);
  await render({ theme: look.theme, lang: look.lang });
}

const query = new URLSearchParams(location.search);
const [of, state] = [query.get('of'), query.get('state')];
await (of && state ? draw(of, state, query.get('look') ?? 'light') : list()).catch((error: unknown) => {
  document.body.append(Object.assign(document.createElement('pre'), { textContent: String(error) }));
});
document.documentElement.dataset.drawn = 'true';
new EventSource('/esbuild').addEventListener('change', () => location.reload());
