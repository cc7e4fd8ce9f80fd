import { freeSlug, slugOf } from '../../../domain/coach/slug.ts';
import type { Migration } from './migration.ts';

interface Row {
  readonly _id: string;
  readonly name: string;
  readonly slug?: string;
}

/** Migrates partners from before they had a slug: it is made of their name, and of a number where another has it. */
export const partnerSlugs: Migration = {
  name: 'partner-slugs',
  phase: 'expand',
  async run({ collection, eachBatch }) {
    const partners = collection<Row>('partners');
    await eachBatch<Row>('partners', ['name', 'slug'], async (rows) => {
      for (const { _id, name, slug } of rows) {
        if (slug !== undefined) continue;
        const wanted = slugOf(name, 'partner');
        const taken = await partners.distinct('slug', { slug: { $regex: `^${wanted}` } });
        await partners.updateOne(
          { _id, slug: { $exists: false } },
          { $set: { slug: freeSlug(wanted, (one) => taken.includes(one)) } },
        );
      }
    });
  },
};
