import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Entity } from '../../corpus/schema/entity.ts';
import { Manifest } from '../../corpus/schema/pack.ts';
import { englishNames } from '../../utils/language/en/names.ts';
import { foldKey } from '../../utils/language/fold.ts';
import { buildLexicon, findMentions } from '../../utils/language/names.ts';
import type { EntityRule } from '../../utils/language/pack-rules.ts';
import { entities, lexicon, readPack, readPage } from './names-helpers.ts';

const people = entities.filter((entity) => entity.kind === 'person');

describe('the bundled pack’s entities', () => {
  it('follow the schema', () => {
    const result = z.array(Entity).safeParse(entities);
    expect(
      result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ).toEqual([]);
  });

  it('have a manifest that follows the schema', () => {
    const result = Manifest.safeParse(readPack('manifest.json'));
    expect(
      result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ).toEqual([]);
  });

  it('have ids of their own, and countries that exist', () => {
    const ids = entities.map((entity) => entity.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(entities.filter((e) => e.country && !ids.includes(e.country)).map((e) => e.id)).toEqual([]);
  });

  it('share no unconditional spelling', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const entity of entities) {
      for (const alias of [{ text: entity.name }, ...entity.aliases] as EntityRule['aliases']) {
        if (alias.needsContext || alias.onlyWithName) continue;
        const key = foldKey(alias.text).replace(/[^\p{L}\p{N}]+/gu, ' ');
        const owner = owners.get(key);
        if (owner && owner !== entity.id) clashes.push(`${alias.text}: ${owner}, ${entity.id}`);
        owners.set(key, entity.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('give a spelling the same condition with and without diacritics', () => {
    const uneven = people.flatMap((entity) => {
      const seen = new Map<string, string>();
      return entity.aliases.flatMap((alias) => {
        const flags = `${alias.needsContext === true} ${alias.onlyWithName === true}`;
        const before = seen.get(foldKey(alias.text));
        seen.set(foldKey(alias.text), flags);
        return before !== undefined && before !== flags ? [`${entity.id}: ${alias.text}`] : [];
      });
    });
    expect(uneven).toEqual([]);
  });

  it('have roles that begin before they end, and one holder of a phrase at a time', () => {
    const spans = new Map<string, { id: string; from: string; to: string }[]>();
    const problems: string[] = [];
    for (const entity of people) {
      for (const role of entity.roles ?? []) {
        const from = role.from ?? '0000-01-01';
        const to = role.to ?? '9999-12-31';
        if (from > to) problems.push(`${entity.id}: ${role.title}`);
        for (const phrase of role.phrases ?? []) {
          const list = spans.get(foldKey(phrase)) ?? [];
          // The day of a handover belongs to both.
          for (const other of list)
            if (from < other.to && other.from < to) problems.push(`${phrase}: ${other.id}, ${entity.id}`);
          list.push({ id: entity.id, from, to });
          spans.set(foldKey(phrase), list);
        }
      }
    }
    expect(problems).toEqual([]);
  });

  it('are all found by their names', () => {
    const unfound = entities
      .filter((entity) => !entity.contextCues)
      .filter(
        (entity) =>
          !readPage(`On Ukraine: ${entity.name} was named.`, '2026-02-01').mentions.some((m) => m.entity === entity.id),
      );
    expect(unfound.map((entity) => entity.id)).toEqual([]);
  });

  it('are all found by the spellings that need no context', () => {
    const unfound = entities
      .flatMap((entity) => entity.aliases.map((alias) => ({ entity, alias })))
      .filter(({ alias }) => !alias.needsContext && !alias.onlyWithName)
      .filter(({ entity, alias }) => {
        const { mentions } = readPage(`On Ukraine and a truce: ${alias.text} was named.`, '2026-02-01');
        return !mentions.some((m) => m.entity === entity.id);
      });
    expect(unfound.map(({ entity, alias }) => `${entity.id}: ${alias.text}`)).toEqual([]);
  });

  it('keep surnames that are common names and words conditional', () => {
    for (const text of [
      'Martin',
      'Costa',
      'Dan',
      'Pavel',
      'Harris',
      'Merz',
      'Tusk',
      'Meloni',
      'Vance',
      'Robles',
      'Albanese',
      'Montenegro',
    ]) {
      const alias = people.flatMap((entity) => entity.aliases).find((a) => a.text === text);
      expect([text, alias?.needsContext === true || alias?.onlyWithName === true]).toEqual([text, true]);
    }
  });
});

describe('lexicon', () => {
  it('knows the anchors', () => {
    expect([...lexicon.anchors].sort()).toEqual(['coalition-of-the-willing', 'multinational-force-ukraine']);
  });

  it('takes an id once and works without entities', () => {
    const one: EntityRule = { id: 'x', kind: 'organisation', name: 'Xylo', aliases: [] };
    const two: EntityRule = { ...one, name: 'Yarrow' };
    expect([...buildLexicon([one, two]).entities.values()].map((e) => e.name)).toEqual(['Xylo']);
    const none = { pageDate: null, sentences: [], words: englishNames };
    expect(findMentions([{ id: 0, text: 'Xylo', kind: 'paragraph', section: 0 }], buildLexicon([]), none)).toEqual([]);
  });
});
