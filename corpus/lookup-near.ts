/** The questions of one page, asked so that their cost does not grow with the pack: every answer comes from a short stretch of an index. */
import { type CorpusDatabase, FIRST_KEY, LAST_KEY, type StoredClaim, type StoredDocument } from './database.ts';
import {
  ALIKE_MOST,
  type Alike,
  ageOf,
  isAnswerable,
  NEAREST_AFTER,
  NEAREST_BEFORE,
  type Nearby,
  placeKey,
  STANCES_MOST,
} from './near.ts';
import type { Measure } from './schema/measure.ts';
import { MENTIONING_MOST, rarity } from './source.ts';

/** An entity that more documents name is looked at only where no rarer one is named: it tells little. */
const COMMON_FROM = 400;

/** What an edition says of its own measures and of how often its entities are named. */
export interface EditionFacts {
  edition: string;
  measures: ReadonlyMap<string, Measure>;
  named: ReadonlyMap<string, number>;
  documents: number;
}

/** Claims of the wanted measures and scopes, nearest in time; each once, in no order. */
export async function nearClaims(
  database: CorpusDatabase,
  { edition, measures }: EditionFacts,
  nearby: readonly Nearby[],
  alike: readonly Alike[],
): Promise<StoredClaim[]> {
  const { claims } = database;
  // One transaction for all: the browser takes longer to open one than to look something up.
  const found = await database.transaction('r', claims, () => {
    const stretches = nearby
      .filter((one) => isAnswerable(one, measures.get(one.measure)))
      .flatMap(({ measure, scope, day }) => {
        const at = [edition, measure, placeKey(scope, measures.get(measure))];
        const index = claims.where('[edition+measure+place+age]');
        const until = index.between([...at, day === null ? FIRST_KEY : ageOf(day)], [...at, LAST_KEY], true, true);
        const upTo = until.limit(NEAREST_BEFORE).toArray();
        if (day === null) return [upTo];
        const after = claims
          .where('[edition+measure+place+age]')
          .between([...at, FIRST_KEY], [...at, ageOf(day)], true, false);
        return [upTo, after.reverse().limit(NEAREST_AFTER).toArray()];
      });
    const same = alike
      .filter(({ measure }) => measures.has(measure))
      .map(({ measure, value }) => claims.where({ edition, measure, value }).limit(ALIKE_MOST).toArray());
    return Promise.all([...stretches, ...same]);
  });
  return [...new Map(found.flat().map((row) => [`${row.document} ${row.id}`, row])).values()];
}

/** The latest positions of each country. */
export async function latestStances(
  database: CorpusDatabase,
  edition: string,
  countries: readonly string[],
): Promise<StoredClaim[]> {
  const found = await database.transaction('r', database.claims, () =>
    Promise.all(
      countries.map((country) =>
        database.claims
          .where('[edition+country+age]')
          .between([edition, country, FIRST_KEY], [edition, country, LAST_KEY], true, true)
          .limit(STANCES_MOST)
          .toArray(),
      ),
    ),
  );
  return found.flat();
}

/** The documents that share most of these names with the page, rare names counting more: at most `MENTIONING_MOST`. */
export async function nearestDocuments(
  database: CorpusDatabase,
  { edition, named, documents }: EditionFacts,
  entities: readonly string[],
): Promise<StoredDocument[]> {
  const known = entities.filter((id) => (named.get(id) ?? 0) > 0).sort((a, b) => named.get(a)! - named.get(b)!);
  const rare = known.filter((id) => named.get(id)! < COMMON_FROM);
  const asked = rare.length > 0 ? rare : known.slice(0, 1);
  return database.transaction('r', database.documents, async () => {
    const keys = await Promise.all(
      asked.map((id) => database.documents.where('entities').equals(id).limit(COMMON_FROM).primaryKeys()),
    );
    const scores = new Map<string, number>();
    keys.forEach((list, i) => {
      const weight = rarity(named.get(asked[i]!)!, documents);
      for (const [of, id] of list) if (of === edition) scores.set(id, (scores.get(id) ?? 0) + weight);
    });
    const best = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MENTIONING_MOST);
    const rows = await database.documents.bulkGet(best.map(([id]): [string, string] => [edition, id]));
    return rows.filter((row) => row !== undefined);
  });
}
