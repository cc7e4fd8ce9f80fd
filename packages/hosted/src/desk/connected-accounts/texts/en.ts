/** The texts of connected accounts, in English. `{…}` are filled in. */
export const en = {
  title: 'Connected accounts',
  text: 'For your calendars and meetings with Google, Microsoft and Zoom. You allow it on the page of the provider, and no password is entered here.',
  none: 'No account is connected.',
  noneOffered: 'No provider is set up here. An admin of your business does that, under “Providers”.',
  forAll: '{provider} works for all coaches of this business, so there is nothing to connect.',
  connect: 'Connect {provider}',
  leaving: 'On the way to {provider}…',
  finishing: 'The account is being connected…',
  added: '{account} is connected.',
  readAgain: 'Try again',
  state_ok: 'Works.',
  state_revoked:
    '{provider} does not take this connection any more. Connect it again, and everything goes on as before.',
  lastError: 'It could not be used the last time ({code}). It is tried again by itself.',
  reconnect: 'Connect again',
  test: 'Test',
  tested: 'It works.',
  testFailed: 'It does not work at the moment ({code}).',
  uses: 'Used for: {uses}',
  unused: 'Not used for anything yet.',
  use_calendar_in: 'busy time',
  use_calendar_in_of: 'busy time of {name}',
  use_calendar_out: 'sessions in your calendar',
  use_calendar_out_of: 'sessions in {name}',
  use_meetings: 'meetings',
  use_meetings_of: 'meetings: {name}',
  disconnect: 'Disconnect',
  asked:
    'Disconnect {account}? Calendars are not read from it or written to it any more, and no meetings are made with it. Your bookings stay.',
  askedMicrosoft: 'Microsoft keeps your permission until you remove it in your account there.',
  keep: 'Keep it',
  disconnected: '{account} is disconnected.',
  gone: 'Connecting took too long, or was begun in another browser. Please begin again.',
  refused: 'Nothing was connected: you or the provider said no ({code}).',
  scopes:
    'Not everything that is needed was allowed, so nothing was connected. Begin again, and leave every box ticked.',
  notOffered: 'This provider is not set up here any more. Ask an admin of your business.',
};

export type AccountTexts = Readonly<Record<keyof typeof en, string>>;
