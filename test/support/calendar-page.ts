import type { Locator, Page } from 'playwright-core';

/** The password of every demo account. */
const password = 'demo-demo-demo';

/** The hosted calendar as a coach uses it: by its texts, never by its markup. Texts are English. */
export class CalendarPage {
  readonly calendar: Locator;
  constructor(readonly page: Page) {
    this.calendar = page.locator('coach-calendar');
  }

  /** Signs in as a demo coach, such as `coach-a`, and waits for the calendar. */
  async signIn(name: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(`${name}@demo.example`);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.calendar.getByText('Up to date').waitFor();
  }

  async show(view: 'Month' | 'Week' | 'Day'): Promise<void> {
    await this.calendar.getByRole('button', { name: /^(Month|Week|Day|3 days|List)$/ }).click();
    await this.calendar.getByRole('menuitemradio', { name: view, exact: true }).click();
  }

  /** Chooses a plain date in the title's picker, at most a month away. */
  async goTo(date: string): Promise<void> {
    await this.calendar.getByRole('button', { name: /Go to a date/ }).click();
    const picker = this.calendar.getByRole('dialog', { name: 'Go to a date' });
    await picker.waitFor();
    const text = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      new Date(date),
    );
    const day = picker.getByRole('button', { name: new RegExp(`${text}(?!\\d)`) });
    const isPast = date < new Date().toISOString();
    if ((await day.count()) === 0)
      await picker.getByRole('button', { name: `${isPast ? 'Previous' : 'Next'} month` }).click();
    await day.click();
  }

  /** Chooses an act from the menu of the toolbar. */
  async choose(act: string): Promise<void> {
    await this.button('More').click();
    await this.calendar.getByRole('menuitem', { name: act, exact: true }).click();
  }

  /** Returns a booking on the screen by the attendee, and by its status when that matters. */
  booking(name: string, status?: string): Locator {
    return this.calendar.getByLabel(new RegExp(`, ${name}, ${status ?? ''}`));
  }

  button(name: string): Locator {
    return this.calendar.getByRole('button', { name, exact: true });
  }
}
