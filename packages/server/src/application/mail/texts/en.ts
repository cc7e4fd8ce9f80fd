import type { MailTexts } from './mail-text.ts';

const notYou = 'If it was not you, choose another password at once: that ends all sessions.';
const choose = 'Choose another password';

export const en: MailTexts = {
  language: 'en',
  dir: 'ltr',
  greeting: 'Hello {name},',
  greetingWithoutName: 'Hello,',
  roles: { client: 'client', coach: 'coach', staff: 'member of a team', admin: 'admin' },
  unknownDevice: 'an unknown device',
  email_verification: {
    subject: 'Confirm your e-mail address for {product}',
    reason:
      'on {when} an account was registered at {product} with this address. Name: {given}. Role: {role}. If it is yours, please confirm the address with your password. Bookings that you made with it before are then in your account too.',
    action: 'Confirm this address',
    limit: 'The link works for {time}.',
    unasked: 'If it was not you, nothing happens without the link and the password. You can have the account closed:',
    refuse: 'This was not me',
  },
  password_reset: {
    subject: 'Choose a new password for {product}',
    reason: 'somebody, probably you, asked to choose a new password for your account at {product}.',
    action: 'Choose a new password',
    limit: 'The link works once, and for {time}. A new password signs you out everywhere.',
    unasked: 'If it was not you, do nothing: your password stays as it is.',
  },
  invitation: {
    subject: 'Your account at {product}',
    reason: '{product} has made an account for you. Role: {role}. Choose a password to open it.',
    action: 'Choose a password',
    limit: 'The link works once, and for {time}.',
    unasked: 'If you do not know {product}, do nothing: nobody can sign in to the account without the link.',
  },
  email_change: {
    subject: 'Confirm your new e-mail address for {product}',
    reason: 'this address is to take the place of the one that your account at {product} has.',
    action: 'Confirm the new address',
    limit: 'The link works for {time}, together with your password.',
    unasked: 'If it was not you, do nothing: without the link nothing changes.',
  },
  account_exists: {
    subject: 'You have an account at {product}',
    reason:
      'somebody, perhaps you, tried to use this address for an account at {product}. It has one: sign in with it, or choose another password.',
    action: choose,
    limit: 'The link works once, and for {time}.',
    unasked: 'If it was not you, do nothing: your account stays as it is, and nobody was told of it.',
  },
  password_changed: {
    subject: 'Your password at {product} was changed',
    reason: 'the password of your account at {product} was changed on {when}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Your e-mail address at {product} is to change',
    reason:
      'on {when} somebody who knows your password asked for another e-mail address for your account at {product}.',
    unasked: 'If it was not you, choose another password at once: then nothing comes of it.',
    action: choose,
  },
  email_changed: {
    subject: 'Your e-mail address at {product} was changed',
    reason: 'since {when} your account at {product} has another e-mail address in place of this one.',
    unasked: 'If it was not you, write to {product} at once: this address does not open the account any more.',
  },
  role_changed: {
    subject: 'Your role at {product} was changed',
    reason: 'since {when} your role at {product} is: {role}. Please sign in again.',
    unasked: 'If you do not expect this, ask {product}.',
  },
  new_device: {
    subject: 'A new sign-in to your account at {product}',
    reason:
      'on {when} somebody signed in to your account at {product} from a place or with a device that is new: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Signing in at {product} now takes a code as well',
    reason: 'on {when} a second factor was switched on for your account at {product}.',
    unasked: 'If it was not you, choose another password at once, and ask {product} to take the second factor away.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Signing in at {product} takes no code any more',
    reason: 'on {when} the second factor of your account at {product} was switched off.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Another calendar cannot be read: {product}',
    reason:
      'at {product} other calendars of yours count as busy, but for more than a day these cannot be read: {calendars}. Until then what was read last counts, or nothing can be booked at all, as you chose for each of them.',
    unasked:
      'The page says what is wrong. Often the secret address has to be copied anew. While it lasts you are told once a day.',
    action: 'Open your connections',
  },
  connection_revoked: {
    subject: 'An account has to be connected again: {product}',
    reason:
      'at {product} the connection to these accounts of yours has ended, since the provider takes it no more: {accounts}. Their calendars are not read and not written, and no meetings are made there, until you connect them again.',
    unasked:
      'That happens when a password was changed, the access was withdrawn at the provider, or it was not used for long. Your bookings are all there.',
    action: 'Connect again',
  },
  meetings_limited: {
    subject: 'Zoom is near its limit for today: {product}',
    reason:
      'Zoom makes and moves at most 100 meetings of one host a day, and for yours at {product} 90 are used up. From 100 on, sessions that are booked or moved get their meeting after midnight UTC.',
    unasked:
      'Bookings go on as usual, and the link of each session stays: it leads to the meeting as soon as there is one.',
  },
  record_failed: {
    subject: 'Sessions that no provider knows of: {product}',
    reason:
      'at {product} these sessions are booked, but the provider has no meeting or no calendar entry for them: {sessions}. Whoever joins by the link is led to the room that the service has for that, or is asked to write to you.',
    unasked:
      'It is tried again until they begin, and nothing of it keeps anybody from booking. Open your connections: an account may have to be connected again. Otherwise tell your clients how you meet.',
    action: 'Open your connections',
  },
  changed_there: {
    subject: 'Sessions that are at another time in your calendar: {product}',
    reason:
      'sessions at {product} were moved or deleted in a calendar that they are written into: {sessions}. These are the times of the bookings, which are as they were; your clients come then.',
    unasked:
      'If the calendar is wrong, put the sessions back on the page of your connections. If a session is to be at another time, move its booking: the calendar follows, and your client has a message.',
    action: 'Open your connections',
  },
};
