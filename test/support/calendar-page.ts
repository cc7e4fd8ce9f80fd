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
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.calendar.getByText('Up to date').waitFor();
  }

  async show(view: 'Month' | 'Week' | 'Day'): Promise<void> {
    await this.calendar.getByRole('button', { name: view, exact: true }).click();
  }

  async goTo(date: string): Promise<void> {
    await this.calendar.getByLabel('Go to a date').fill(date);
  }

  /** Returns a booking on the screen by the attendee, and by its status when that matters. */
  booking(name: string, status?: string): Locator {
    return this.calendar.getByLabel(new RegExp(`, ${name}, ${status ?? ''}`));
  }

  button(name: string): Locator {
    return this.calendar.getByRole('button', { name, exact: true });
  }
}
