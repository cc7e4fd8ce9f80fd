import type { CoachBooking } from './coach-booking.ts';
import type { CoachBookingEventMap } from './steps/events.ts';
import type { CoachBookingTexts } from './steps/text-keys.ts';

/** The attributes of `<coach-booking>` as JSX writes them. */
export interface CoachBookingAttributes {
  'publishable-key': string;
  coach?: string;
  coaches?: string;
  team?: boolean;
  service?: string;
  'base-url'?: string;
  lang?: string;
  tone?: 'formal' | 'informal';
  texts?: CoachBookingTexts;
  'time-zone'?: string;
  theme?: 'light' | 'dark' | 'auto';
  'prefill-name'?: string;
  'prefill-email'?: string;
  'prefill-phone'?: string;
  'prefill-notes'?: string;
  'incentive-code'?: string;
  show?: 'all' | 'free';
  start?: string;
  suggestions?: '' | 'on' | 'off';
  'prefill-start'?: string;
  'prefill-resume'?: string;
  'redirect-url'?: string;
  'manage-url'?: string;
  'manage-token'?: string;
  mode?: 'inline' | 'button' | 'floating';
  opener?: string;
  label?: string;
  open?: boolean;
  loading?: 'eager' | 'lazy';
  id?: string;
  class?: string;
  hidden?: boolean;
  slot?: string;
  children?: unknown;
  ref?: ((element: CoachBooking | null) => void) | { current: CoachBooking | null };
}

type EventProps = { [Type in keyof CoachBookingEventMap as `on${Type}`]?: (event: CoachBookingEventMap[Type]) => void };

/**
 * The element for `IntrinsicElements` of the JSX in use; for React 19: `declare module 'react' { namespace JSX {
 * interface IntrinsicElements extends CoachBookingIntrinsicElements {} } }`
 */
export interface CoachBookingIntrinsicElements {
  'coach-booking': CoachBookingAttributes & EventProps;
}
