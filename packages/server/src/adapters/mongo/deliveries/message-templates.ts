import type { Connection, mongo } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { MessageTemplates, OwnTemplate, TemplateOwner } from '../../../application/ports/message-templates.ts';
import type { MessageKey } from '../../../domain/message/message.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

type TemplateRow = Omit<OwnTemplate, 'updatedAt'> &
  Omit<TemplateOwner, 'coachId'> & {
    /** Owner and message in one. */
    readonly _id: string;
    /** Null is the partner's. */
    readonly coachId: string | null;
    readonly updatedAt: Date;
  };

const indexes: mongo.IndexDescription[] = [{ key: { partnerId: 1, mode: 1, coachId: 1, language: 1 } }];

const idOf = (
  { partnerId, mode, coachId = '' }: TemplateOwner,
  { kind, channel, audience, language }: MessageKey,
): string => [partnerId, mode, coachId, kind, channel, audience, language].join(' ');

const templateOf = (row: Opened<TemplateRow>): OwnTemplate => {
  const { kind, channel, audience, language, subject, body, updatedAt } = row;
  const text = subject === undefined ? { body } : { subject, body };
  return { kind, channel, audience, language, ...text, updatedAt: instant(updatedAt.getTime()) };
};

/** Opens the collection `message_templates` of a connection and creates its indexes. */
export async function createMongoMessageTemplates(connection: Connection, sealing: Sealing): Promise<MessageTemplates> {
  const rows = connection.collection<TemplateRow>('message_templates');
  await makeUnlessMade(connection, 'MessageTemplate', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('message_templates');
  return {
    async of({ partnerId, mode, coachId = null }, language) {
      const found = await rows.find({ partnerId, mode, coachId, language }).toArray();
      return found.map((row) => templateOf(open(row as TemplateRow)));
    },
    async find(owners, key) {
      const ids = owners.map((owner) => idOf(owner, key));
      const found = await rows.find({ _id: { $in: ids } }).toArray();
      const byId = new Map(found.map((row) => [row._id, templateOf(open(row as TemplateRow))]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    async save(owner, template) {
      const { partnerId, mode, coachId = null } = owner;
      const { updatedAt, ...text } = template;
      const _id = idOf(owner, template);
      const row = seal<TemplateRow>({ _id, partnerId, mode, coachId, ...text, updatedAt: new Date(updatedAt) });
      await rows.replaceOne({ _id }, row, { upsert: true });
    },
    async remove(owner, key) {
      await rows.deleteOne({ _id: idOf(owner, key) });
    },
  };
}
