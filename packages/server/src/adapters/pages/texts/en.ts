/**
 * The texts of the server itself on hosted pages, in English: their titles, and the content where no element can run.
 */
export const en = {
  book: 'Book {coach}',
  bookText: 'See when {coach} is free, and book a time.',
  booking: 'Your booking',
  noBooking: 'This link opens no booking',
  noBookingText: 'It may have expired or been replaced. Please use the newest link that you have, or ask your coach.',
  nothing: 'This page does not exist',
  nothingText: 'There is nothing at this address. Please check the link.',
  noCoachText: 'There is no coach to book at this address. Please check the link.',
  confirm: 'Confirm your booking',
  verify: 'Confirm your e-mail address',
  refuse: 'This was not me',
  email: 'Confirm your new e-mail address',
  password: 'Choose a password',
  forgotten: 'Choose another password',
  noLink: 'This link does not work',
  noLinkText:
    'It may have been cut off on its way. Please open it from the mail again, or ask for a new one where you sign in.',
  calendar: 'Calendar',
  deskText: 'Sign in to your calendar and your settings.',
  messages: 'Messages',
  notifications: 'Notifications',
  account: 'My account',
  admin: 'Administration',
  choose: 'Which business?',
  chooseText: 'Several businesses work with this server. Open {address}, with the short name of yours in its place.',
  closed: 'Closed for the moment',
  closedText:
    'This business cannot be booked or managed here at the moment. Nothing is lost. Please ask it how to go on.',
  setup: 'Open for business',
  setupNoScript: 'This page needs JavaScript. Without it: {command}',
  noDemo: 'No demo here',
  noDemoText: 'This server runs without demo data.',
  bookNoScript: 'Booking needs JavaScript. Please switch it on, or ask your coach for a time.',
  noScript: 'This page needs JavaScript. Please switch it on.',
};
