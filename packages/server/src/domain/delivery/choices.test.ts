import { describe, expect, it } from 'vitest';
import { CHOSEN_KINDS, isWanted, remindersOfReader, standardsOf } from './choices.ts';

const EVENTS = CHOSEN_KINDS.filter((kind) => kind !== 'reminder' && kind !== 'follow_up' && kind !== 'conflict');

describe('what a person wants', () => {
  it.each(EVENTS)('sends of %s a mail to the attendee, whatever was chosen, and no SMS', (kind) => {
    const choices = { wanted: { [kind]: { email: false, sms: true } } };
    expect(isWanted(kind, 'email', 'attendee', choices)).toBe(true);
    expect(standardsOf(kind, 'attendee')).not.toHaveProperty('sms');
    // The recipient was perhaps of the coach side, and chose it then.
    expect(isWanted(kind, 'sms', 'attendee', choices)).toBe(false);
  });

  it.each(EVENTS)(
    'sends of %s to the coach side a mail that may be switched off, and an SMS that may be on',
    (kind) => {
      expect(isWanted(kind, 'email', 'coach', undefined)).toBe(true);
      expect(isWanted(kind, 'sms', 'coach', undefined)).toBe(false);
      const choices = { wanted: { [kind]: { email: false, sms: true } } };
      expect(isWanted(kind, 'email', 'coach', choices)).toBe(false);
      expect(isWanted(kind, 'sms', 'coach', choices)).toBe(true);
    },
  );

  it('sends at once what asks the coach side for something, and by mail alone the rest', () => {
    const byPush = EVENTS.filter((kind) => isWanted(kind, 'push', 'coach', undefined));
    expect(byPush).toEqual(['requested', 'cancelled']);
    expect(EVENTS.filter((kind) => isWanted(kind, 'push', 'attendee', {}))).toEqual([]);
  });

  it('sends every reminder of an attendee until its channel is switched off, and every own one of the coach side', () => {
    const off = { wanted: { reminder: { push: false } } };
    expect(isWanted('reminder', 'push', 'attendee', undefined)).toBe(true);
    expect(isWanted('reminder', 'push', 'attendee', off)).toBe(false);
    expect(isWanted('reminder', 'sms', 'attendee', off)).toBe(true);
    expect(isWanted('reminder', 'push', 'coach', off)).toBe(true);
  });

  it('sends the question whether a guest has booked, which no one can switch off', () => {
    expect(isWanted('unproven', 'email', 'attendee', undefined)).toBe(true);
  });
});

describe('reminders', () => {
  const ofCoach = { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true } as const;
  const reminders = [{ channel: 'push', minutesBefore: 60 }] as const;

  it('sends attendees the coach’s reminders, and the coach side none, until own ones are chosen', () => {
    expect(remindersOfReader(ofCoach, undefined, 'attendee')).toEqual(ofCoach);
    expect(remindersOfReader(ofCoach, undefined, 'coach').rules).toEqual([]);
    for (const role of ['attendee', 'coach', 'staff:a'] as const)
      expect(remindersOfReader(ofCoach, { reminders }, role)).toEqual({ rules: reminders, followUp: true });
  });

  it('sends no reminders to a person who chose none', () => {
    expect(remindersOfReader(ofCoach, { reminders: [] }, 'attendee').rules).toEqual([]);
  });
});
