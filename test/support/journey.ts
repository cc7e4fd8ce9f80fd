import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { ask } from './api.ts';
import { launchBrowser } from './browser/chromium.mjs';
import { scratchFolder, startServerProcess, type ServerProcess } from './server-process.ts';

/** A server with demo data and a browser; what every journey starts from. */
export interface Stage {
  readonly browser: Browser;
  server: ServerProcess;
  /** Starts a new process with the same data and the same ports. */
  restart(): Promise<void>;
  /**
   * Opens the partner's page for a fresh visitor, or on another address. Console errors and refusals of the page's
   * policy are collected.
   */
  visit(options?: BrowserContextOptions & { url?: string }): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly widget: Widget;
  /** The page's errors and warnings so far. */
  readonly complaints: readonly string[];
}

export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  const data = await scratchFolder();
  const vars = { DATA_DIR: data.path, LIMIT_HOLDS: '1000', ...env };
  let server = await startServerProcess(vars);
  // The demo's coaches take ten bookings at once, and the journeys of one file make more.
  if (server.demoUrl)
    for (const coach of ['coach-a', 'coach-b', 'coach-c'])
      await ask(server.url, 'PATCH', `/v1/coaches/${coach}`, { capacity: 1000 });
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    browser,
    get server() {
      return server;
    },
    async restart() {
      const { port } = server;
      await server.stop();
      server = await startServerProcess({ ...vars, PORT: String(port) });
    },
    async visit({ url, ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', ...options });
      contexts.push(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url ?? `${server.demoUrl}/`);
      return { context, page, widget: new Widget(page), complaints };
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await server.stop();
      await data.remove();
    },
  };
}

const inNewYork = (start: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', ...options }).format(new Date(start));

/**
 * `<coach-booking>` as a person uses it: by its texts, never by its markup. Texts are English unless others are given.
 */
export class Widget {
  /** `root` is the element; the only one on the page unless another is given. */
  constructor(
    readonly page: Page,
    readonly root: Locator = page.locator('coach-booking'),
  ) {}

  service(name: string): Locator {
    return this.root.getByRole('button', { name });
  }

  freeSlots(): Locator {
    return this.root.getByRole('button', { name: /\bAvailable$/ });
  }

  slotAt(time: string): Locator {
    return this.root.getByRole('button', { name: time });
  }

  field(name: string): Locator {
    return this.root.getByRole('textbox', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.root.getByRole('heading', { name });
  }

  /** Waits until free slots are shown, jumping ahead when this month has none. */
  async untilSlots(): Promise<void> {
    const jump = this.root.getByRole('button', { name: /^Next free/ });
    await this.freeSlots().or(jump).first().waitFor();
    if (await jump.isVisible()) await jump.click();
    await this.freeSlots().first().waitFor();
  }

  /** Chooses the first free slot and returns its name, such as `9:00 AM Available`. */
  async chooseFirstSlot(): Promise<string> {
    await this.untilSlots();
    const first = this.freeSlots().first();
    const name = (await first.innerText()).replace(/\s+/g, ' ');
    await first.click();
    return name;
  }

  /** Returns the free slot of a start in New York, on the day that is shown. */
  slotOf(start: string): Locator {
    const time = inNewYork(start, { hour: 'numeric', minute: '2-digit' }).replace(/\s/g, ' ');
    return this.root.getByRole('button', { name: new RegExp(`^${time}\\b.*\\bAvailable$`) });
  }

  /** Shows the day of a start in New York, turning to its month. */
  async showDay(start: string): Promise<void> {
    await this.untilSlots();
    const named = (options: Intl.DateTimeFormatOptions) => inNewYork(start, options);
    const name = named({ weekday: 'long', month: 'long', day: 'numeric' });
    const day = this.root.getByRole('gridcell', { name: new RegExp(`^${name}\\b`) });
    if (!(await this.heading(named({ month: 'long', year: 'numeric' })).isVisible()))
      await this.root.getByRole('button', { name: 'Next month' }).click();
    await day.click();
  }

  /** Chooses the free slot of a start in New York, turning to its month. */
  async chooseSlot(start: string): Promise<void> {
    await this.showDay(start);
    await this.slotOf(start).click();
  }

  async fillDetails(name = 'Ana Diaz', email = 'ana@example.com'): Promise<void> {
    await this.field('Name').fill(name);
    await this.field('E-mail').fill(email);
  }

  get bookButton(): Locator {
    return this.root.getByRole('button', { name: /^Book / });
  }
}
