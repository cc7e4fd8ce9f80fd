import type { MailTexts } from '../mail-texts.ts';

export const en: MailTexts = {
  language: 'en',
  dir: 'ltr',
  greeting: 'Hello {name},',
  greetingWithoutName: 'Hello,',
  email_verification: {
    subject: 'Confirm your e-mail address for {product}',
    why: 'please confirm that this address is yours. Bookings that you made with it before are then in your account too.',
    action: 'Confirm this address',
    limit: 'The link works for {time}.',
    unasked: 'If you have no account at {product}, do nothing: without the link nothing happens.',
  },
  password_reset: {
    subject: 'Choose a new password for {product}',
    why: 'somebody, probably you, asked to choose a new password for your account at {product}.',
    action: 'Choose a new password',
    limit: 'The link works once, and for {time}. A new password signs you out everywhere.',
    unasked: 'If it was not you, do nothing: your password stays as it is.',
  },
};
