/** The texts of the dialog that the modes `button` and `floating` open, in English. */
export const enModes = {
  modeOpen: 'Book a session',
  modeClose: 'Close',
  leaveAsk: 'Close without booking?',
  leaveText: 'The time is no longer kept for you then.',
  leaveNo: 'Continue booking',
  leaveYes: 'Close',
};
