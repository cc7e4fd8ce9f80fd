// Generated from openapi.yaml by scripts/generate-contract.mjs. Change the contract, not this file.

/** The operations that have no function in the SDK, each with the program that calls it: `x-called-by`. */
export interface CalledByOthers {
  readonly getCoachPhoto: 'browser';
  readonly getCalendarFeedFile: 'calendar';
  readonly receiveTwilioNews: 'provider';
  readonly receiveGoogleNotice: 'provider';
  readonly receiveMicrosoftNews: 'provider';
  readonly receiveZoomNews: 'provider';
  readonly joinSession: 'browser';
  readonly returnFromProvider: 'browser';
  readonly showUnsubscribePage: 'browser';
  readonly unsubscribeByMail: 'mail';
}
