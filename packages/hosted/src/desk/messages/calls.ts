import {
  bindOperations,
  createTransport,
  getMessaging,
  getSchedule,
  listCoachTemplates,
  patchSchedule,
  previewCoachTemplate,
  removeCoachTemplate,
  setCoachTemplate,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  getMessaging,
  getSchedule,
  listCoachTemplates,
  patchSchedule,
  previewCoachTemplate,
  removeCoachTemplate,
  setCoachTemplate,
};

/** The calls of the settings of messages; tests replace them. */
export type MessageCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Reminders = OutputOf<'getSchedule'>['reminders'];
export type ReminderRule = Reminders['rules'][number];
export type Messaging = OutputOf<'getMessaging'>;
export type MessageTemplate = OutputOf<'listCoachTemplates'>[number];
export type TemplatePreview = OutputOf<'previewCoachTemplate'>;
export type TemplateProblem = TemplatePreview['problems'][number];

/** Returns the calls with the session of who signed in. */
export function messageCalls(session: SessionToken, baseUrl: string): MessageCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
