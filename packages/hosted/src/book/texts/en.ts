/** The texts for a client who is signed in on a page to book, in English. */
export const en = {
  label: 'Your account',
  signedIn: 'Signed in as {name}',
  mine: 'Your sessions',
  notYou: 'Not you? Sign out',
  unproven: 'Your e-mail address is not confirmed yet. Once it is, what you book here is in your account too.',
  prove: 'Confirm it in your account',
  last: 'Your last sessions',
  again: 'Book again',
  all: 'Show all services',
};
