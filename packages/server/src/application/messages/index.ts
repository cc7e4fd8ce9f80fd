export { failTestProvider } from './fail-test-provider.ts';
export { getMessageSummary } from './get-message-summary.ts';
export { listAccountMessages } from './list-account-messages.ts';
export { listBookingMessages } from './list-booking-messages.ts';
export { listMessages } from './list-messages.ts';
export { listTestMessages } from './list-test-messages.ts';
export { runDue } from './run-due.ts';
export { sendMessageAgain } from './send-message-again.ts';
