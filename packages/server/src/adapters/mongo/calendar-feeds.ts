import type { Connection, mongo } from 'mongoose';
import type { CalendarFeed, FeedSubject } from '../../domain/calendar/calendar-feed.ts';
import type { CalendarFeeds, EndedSubjects } from '../../application/ports/calendar-feeds.ts';
import { makeUnlessMade } from './connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from './rows/dates.ts';
import { unlessDuplicate } from './rows/duplicate-key.ts';
import type { Sealing } from './sealing/sealing.ts';

type Plain = Omit<CalendarFeed, 'id'>;
type FeedKeys = 'createdAt' | 'rolledAt' | 'lastReadAt';

const feedKeys: readonly FeedKeys[] = ['createdAt', 'rolledAt', 'lastReadAt'];

type FeedRow = Dated<Plain, FeedKeys> & { readonly _id: string };

const rowOf = ({ id, ...rest }: CalendarFeed): FeedRow => ({ _id: id, ...withDates(rest, feedKeys) });

const feedOf = ({ _id, ...rest }: FeedRow): CalendarFeed => ({
  id: _id,
  ...withInstants<Plain, FeedKeys>(rest, feedKeys),
});

/** Programs name nothing but the token; people list those of a coach or a client, and erasure those that they made. */
const indexes: mongo.IndexDescription[] = [
  { key: { tokenHash: 1 }, unique: true },
  { key: { 'subject.coachId': 1 }, partialFilterExpression: { 'subject.coachId': { $gt: '' } } },
  { key: { 'subject.userId': 1 }, partialFilterExpression: { 'subject.userId': { $gt: '' } } },
  { key: { 'madeBy.userId': 1 }, partialFilterExpression: { 'madeBy.userId': { $gt: '' } } },
];

const ofSubject = (subject: FeedSubject): object =>
  subject.kind === 'coach' ? { 'subject.coachId': subject.coachId } : { 'subject.userId': subject.userId };

/** Returns a condition for each kind of id, so that each finds its index. */
const endedFilters = ({ userIds = [], coachIds = [], staffIds = [] }: EndedSubjects): object[] => [
  ...(userIds.length > 0
    ? [{ 'subject.userId': { $in: [...userIds] } }, { 'madeBy.userId': { $in: [...userIds] } }]
    : []),
  ...(coachIds.length > 0 ? [{ 'subject.coachId': { $in: [...coachIds] } }] : []),
  ...(staffIds.length > 0 ? [{ 'subject.coachId': { $gt: '' }, 'subject.staffId': { $in: [...staffIds] } }] : []),
];

/** Opens the collection `calendar_feeds` of a connection and creates its indexes. */
export async function createMongoCalendarFeeds(connection: Connection, sealing: Sealing): Promise<CalendarFeeds> {
  const rows = connection.collection<FeedRow>('calendar_feeds');
  await makeUnlessMade(connection, 'CalendarFeed', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('calendar_feeds');
  const opened = (row: unknown): CalendarFeed => feedOf(open(row as FeedRow));
  const sorted = async (filter: object) =>
    (
      await rows
        .find(filter as never)
        .sort({ createdAt: 1, _id: 1 })
        .toArray()
    ).map(opened);
  return {
    async insert(feed) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(feed))).then(() => true),
        false,
      );
    },
    async byId({ partnerId, mode }, id) {
      const row = await rows.findOne({ _id: id, partnerId, mode });
      return row && opened(row);
    },
    async byTokenHash(tokenHash) {
      const row = await rows.findOne({ tokenHash });
      return row && opened(row);
    },
    of: ({ partnerId, mode }, subject) => sorted({ partnerId, mode, ...ofSubject(subject) }),
    async ofPerson({ partnerId, mode }, userId) {
      const found = endedFilters({ userIds: [userId] }).map((filter) => sorted({ partnerId, mode, ...filter }));
      return (await Promise.all(found)).flat().sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    async replace(feed, expectedVersion) {
      const row = seal(rowOf({ ...feed, version: expectedVersion + 1 }));
      const { matchedCount } = await rows.replaceOne({ _id: feed.id, version: expectedVersion }, row);
      return matchedCount === 1;
    },
    async noteRead(_id, at) {
      await rows.updateOne({ _id }, { $max: { lastReadAt: new Date(at) } } as never);
    },
    async remove({ partnerId, mode }, id) {
      return (await rows.deleteOne({ _id: id, partnerId, mode })).deletedCount === 1;
    },
    async removeAll({ partnerId, mode }, ended) {
      for (const filter of endedFilters(ended)) await rows.deleteMany({ partnerId, mode, ...filter } as never);
    },
  };
}
