import type { SmsProviders } from '../../src/application/ports/sms.ts';

/** For tests in which no SMS leaves. */
export const noSms: SmsProviders = { twilio: () => Promise.reject(new Error('No SMS leaves in this test.')) };
