import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import type { MeetingFact } from './meeting-fact.ts';
import { askedReport, endedReport, movedReport, newReport, unaskedReport, withNews } from './meeting-report.ts';
import type { Recording } from './recording.ts';
import { attendanceOf, heldOf, visitorsOf } from './visitors.ts';

const start = parseInstant('2026-04-15T15:00:00Z');
const at = (minutes: number): Instant => plus(start, minutes * MINUTE);
const blank = newReport(
  { id: 'b', partnerId: 'p', mode: 'live', coachId: 'c', endsAt: at(60) },
  instant(start - 7 * DAY),
);
const coach = { isHost: true, occasion: 'u1', visit: '1' } as const;
const ana = { name: 'Ana', occasion: 'u1', visit: '2' } as const;
const fact = (kind: MeetingFact['kind'], minutes: number, of: Partial<MeetingFact> = {}): MeetingFact => ({
  occasion: 'u1',
  ...of,
  kind,
  at: at(minutes),
});
const factsOf = (...facts: readonly MeetingFact[]) => withNews(blank, { facts }).facts;

describe('the visitors of a meeting', () => {
  it('show their first time, their last, and the minutes between', () => {
    const facts = factsOf(
      fact('started', -2),
      fact('joined', -2, coach),
      fact('joined', 1, ana),
      fact('left', 58, ana),
      fact('left', 60, coach),
      fact('ended', 60),
    );
    expect(visitorsOf(facts)).toEqual([
      { isHost: true, joinedAt: at(-2), leftAt: at(60), duration: 62 },
      { isHost: false, name: 'Ana', joinedAt: at(1), leftAt: at(58), duration: 57 },
    ]);
    expect(heldOf(facts)).toEqual({ startedAt: at(-2), endedAt: at(60) });
    expect(attendanceOf(visitorsOf(facts))).toBe('both');
  });

  it('count once who comes twice, without the time between', () => {
    const again = { ...ana, visit: '3' };
    const facts = factsOf(
      fact('joined', 0, ana),
      fact('left', 10, ana),
      fact('joined', 20, again),
      fact('left', 50, again),
    );
    expect(visitorsOf(facts)).toEqual([{ isHost: false, name: 'Ana', joinedAt: at(0), leftAt: at(50), duration: 40 }]);
  });

  it('count once the time of who has two devices, and know an address in capitals', () => {
    const phone = { name: 'iPhone', email: 'ANA@fit.example', visit: '7', occasion: 'u1' };
    const laptop = { name: 'Ana', email: 'ana@fit.example', visit: '8', occasion: 'u1' };
    const facts = factsOf(
      fact('joined', 0, phone),
      fact('left', 30, phone),
      fact('joined', 20, laptop),
      fact('left', 40, laptop),
    );
    expect(visitorsOf(facts)).toEqual([
      { isHost: false, name: 'Ana', email: 'ANA@fit.example', joinedAt: at(0), leftAt: at(40), duration: 40 },
    ]);
  });

  it('share an identity by an account and an address that a third visit joins', () => {
    const visits = [
      { visit: '1', accountId: 'z' },
      { visit: '2', email: 'a@fit.example' },
      { visit: '3', email: 'a@fit.example', accountId: 'z' },
    ];
    expect(visitorsOf(factsOf(...visits.map((visit, index) => fact('joined', index, visit))))).toHaveLength(1);
  });

  it('stay until they leave or the meeting ends, also without a report that they left', () => {
    const open = factsOf(fact('started', 0), fact('joined', 0, ana));
    expect(visitorsOf(open)).toEqual([{ isHost: false, name: 'Ana', joinedAt: at(0) }]);
    expect(heldOf(open)).toEqual({ startedAt: at(0) });
    const ended = factsOf(...open, fact('ended', 45));
    expect(visitorsOf(ended)).toEqual([{ isHost: false, name: 'Ana', joinedAt: at(0), leftAt: at(45), duration: 45 }]);
  });

  it('show no duration where the beginning of the visit was lost', () => {
    expect(visitorsOf(factsOf(fact('left', 30, ana)))).toEqual([{ isHost: false, name: 'Ana', leftAt: at(30) }]);
  });

  it('keep no name and no address of the host', () => {
    const facts = factsOf(fact('joined', 0, { ...coach, name: 'Cora', email: 'cora@fit.example', accountId: 'z' }));
    expect(facts).toEqual([fact('joined', 0, coach)]);
  });

  it('hint at who was there, and at nothing without a report', () => {
    const hint = (...facts: readonly MeetingFact[]) => attendanceOf(visitorsOf(factsOf(...facts)));
    expect(hint(fact('joined', 0, coach))).toBe('coach_only');
    expect(hint(fact('joined', 0, ana))).toBe('guest_only');
    expect(hint(fact('started', 0), fact('ended', 9))).toBeUndefined();
  });
});

const anyFact = fc
  .record({
    kind: fc.constantFrom('started', 'ended', 'joined', 'left'),
    minutes: fc.integer({ min: 0, max: 6 }),
    occasion: fc.constantFrom('u1', 'u2'),
    visit: fc.constantFrom('1', '2', '3'),
    who: fc.constantFrom<Partial<MeetingFact>>(
      { isHost: true },
      { name: 'Ana' },
      { name: 'iPhone', email: 'ana@fit.example' },
      { accountId: 'z', email: 'ana@fit.example' },
      {},
    ),
  })
  .map(({ kind, minutes, occasion, visit, who }): MeetingFact => {
    const ofMeeting = kind === 'started' || kind === 'ended';
    return fact(kind, minutes, ofMeeting ? { occasion } : { occasion, visit, ...who });
  });
const anyFacts = fc.array(anyFact, { maxLength: 12 });
const shuffled = anyFacts.chain((facts) =>
  fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
);

describe('the facts of a meeting', () => {
  it('come to the same in any order, reported once or twice, in one piece or in many', () => {
    fc.assert(
      fc.property(shuffled, anyFacts, ([facts, mixed], again) => {
        const once = factsOf(...facts);
        const repeated = again.filter((one) => facts.includes(one));
        const piecemeal = [...mixed, ...repeated, ...mixed].reduce(
          (report, one) => withNews(report, { facts: [one] }),
          blank,
        );
        expect(piecemeal.facts).toEqual(once);
        expect(visitorsOf(piecemeal.facts)).toEqual(visitorsOf(once));
        expect(heldOf(piecemeal.facts)).toEqual(heldOf(once));
      }),
    );
  });

  it('never make a visit longer than the meeting, nor an end before its beginning', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { joinedAt, leftAt, duration } of visitorsOf(factsOf(...facts))) {
          if (duration !== undefined) expect(duration).toBeLessThanOrEqual(6);
          if (duration !== undefined) expect(leftAt! - joinedAt!).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('come to the same from a call of the provider and from an answer to ours, whichever names more', () => {
    const { name: _name, ...unnamed } = ana;
    const call = fact('joined', 1, { ...unnamed, email: 'ana@fit.example' });
    const answer = fact('joined', 1, ana);
    expect(factsOf(call, answer)).toEqual([{ ...call, name: 'Ana' }]);
  });

  it('keep the earliest of very many', () => {
    const many = Array.from({ length: 900 }, (_, second) => ({
      ...fact('joined', 0, ana),
      at: instant(start + second * SECOND),
    }));
    expect(factsOf(...many.reverse())).toHaveLength(400);
    expect(factsOf(...many)[0]!.at).toBe(start);
  });
});

describe('recordings', () => {
  const recording = (fileSize: number, occasion = 'u1'): Recording => ({
    occasion,
    url: `https://zoom.example/${fileSize}`,
    fileSize,
    duration: 50,
  });

  it('number one for each occasion, the largest first, in any order', () => {
    const given = [recording(10), recording(30), recording(20, 'u2')];
    const orders = [given, [...given].reverse()].map((recordings) => withNews(blank, { recordings }).recordings);
    expect(orders[0]).toEqual([recording(30), recording(20, 'u2')]);
    expect(orders[1]).toEqual(orders[0]);
  });
});

describe('the times at which a provider is asked', () => {
  it('lie a quarter of an hour, two hours and a day after the end', () => {
    const times = [blank.dueAt];
    for (let report = blank; report.dueAt !== null; times.push(report.dueAt)) report = askedReport(report);
    expect(times).toEqual([at(75), at(180), plus(at(60), DAY), null]);
  });

  it('begin anew when the session is moved', () => {
    const moved = movedReport(askedReport(blank), at(600), start);
    expect([moved.dueAt, moved.asked]).toEqual([at(615), 0]);
  });

  it('stay as they are when a session changes that is not moved, and begin again when it takes place after all', () => {
    expect(movedReport(blank, at(60), start)).toBe(blank);
    const asked = askedReport(askedReport(askedReport(blank)));
    expect(movedReport(asked, at(60), start)).toBe(asked);
    expect(movedReport(endedReport(blank), at(60), start).dueAt).toBe(at(75));
  });

  it('follow a failure in ten minutes, or when the provider says, and end after three days', () => {
    expect(unaskedReport(blank, at(75)).dueAt).toBe(at(85));
    expect(unaskedReport(blank, at(75), at(200))).toMatchObject({ dueAt: at(200), asked: 0 });
    expect(unaskedReport(blank, at(75), at(0)).dueAt).toBe(at(76));
    expect(unaskedReport(blank, plus(at(60), 3 * DAY)).dueAt).toBeNull();
    expect(endedReport(blank).dueAt).toBeNull();
  });

  it('leave a report for 90 days after the session, also one of a test whose clock stands in the past', () => {
    expect(blank.expiresAt).toBe(plus(at(60), 90 * DAY));
    const late = plus(start, 300 * DAY + HOUR);
    expect(movedReport(endedReport(blank), at(60), late).expiresAt).toBe(plus(late, 90 * DAY));
  });
});
