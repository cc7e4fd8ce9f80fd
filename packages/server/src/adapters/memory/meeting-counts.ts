import type { PlainDate } from '@coach-booking/time/plain-date';
import type { CountedHost, MeetingCounts } from '../../application/ports/meeting-counts.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode, host }: CountedHost, day: PlainDate): string => `${partnerId} ${mode} ${host} ${day}`;
const NONE = { count: 0, isTold: false };

export function createMemoryMeetingCounts({ meetingCounts }: Pick<MemoryState, 'meetingCounts'>): MeetingCounts {
  return {
    take: async (host, day, most) => {
      const key = keyOf(host, day);
      const old = meetingCounts.get(key) ?? NONE;
      if (old.count >= most) return null;
      meetingCounts.set(key, { ...old, count: old.count + 1 });
      return old.count + 1;
    },
    giveBack: async (host, day) => {
      const key = keyOf(host, day);
      const old = meetingCounts.get(key);
      if (old && old.count > 0) meetingCounts.set(key, { ...old, count: old.count - 1 });
    },
    isFirstToTell: async (host, day) => {
      const key = keyOf(host, day);
      const old = meetingCounts.get(key);
      if (!old || old.isTold) return false;
      meetingCounts.set(key, { ...old, isTold: true });
      return true;
    },
  };
}
