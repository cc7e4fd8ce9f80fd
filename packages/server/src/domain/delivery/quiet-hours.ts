/** From when until when nobody is disturbed, on the clock of whoever would be: `HH:MM`. Equal ones: at no time. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const defaultQuietHours: QuietHours = { from: '21:00', to: '08:00' };
