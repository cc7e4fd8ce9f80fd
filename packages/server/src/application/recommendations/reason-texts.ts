import type { Feature } from '../../domain/recommend/features.ts';

/** A sentence for each feature. */
export const REASON_TEXTS: Readonly<Record<Feature, string>> = {
  conversion: 'How often visitors book this hour of the week.',
  completion: 'How often attendees come to sessions of this hour.',
  gap: 'It lies beside another session, without a gap between.',
  lead_hours: 'The person trains at this hour, or is awake.',
  urgency: 'It is soon, and the person is eager.',
  preference: 'It is in the hours that the coach prefers.',
};
