import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findMeasure } from '../../utils/language/statements.ts';
import { entities, measures, seedDocument } from './statements-pack.ts';

const SEEDS = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'];
/** The sources' texts are not ours to keep: they lie beside the repository where there is one to check against. */
const TEXTS = new URL('../../../shared/seeds/', import.meta.url).pathname;
const FRAGMENT_WORDS = 4;

describe.each(SEEDS)('%s', (id) => {
  const document = seedDocument(id);

  test('claims have ids of their own and measures of their kind', () => {
    const ids = document.claims.map((claim) => claim.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const claim of document.claims)
      expect([claim.id, findMeasure(measures, claim.measure)?.kind]).toEqual([claim.id, claim.kind]);
  });

  test('values are among their measure’s', () => {
    for (const claim of document.claims) {
      if (claim.kind === 'figure') continue;
      const rule = findMeasure(measures, claim.measure);
      if (rule?.kind === 'stance' || (rule?.kind === 'fact' && !rule.set && !rule.date))
        expect(rule.values.map((v) => v.value)).toContain(claim.value);
      if (rule?.kind === 'stance' && claim.kind === 'stance')
        expect([...rule.missions.map((m) => m.mission), undefined]).toContain(claim.mission);
    }
  });

  test('everything it names is an entity of the pack', () => {
    const known = new Set(entities.map((entity) => entity.id));
    const sets = document.claims.flatMap((claim) =>
      claim.kind === 'fact' && findMeasure(measures, claim.measure)?.kind === 'fact' && claim.value.includes(',')
        ? claim.value.split(',')
        : [],
    );
    const scopes = document.claims.flatMap(({ scope }) => [scope.country, scope.event].filter((s) => s !== undefined));
    for (const name of [...document.entities, ...sets, ...scopes]) expect(known).toContain(name);
  });

  test('scopes are those that the measure needs', () => {
    for (const claim of document.claims) {
      const needed = findMeasure(measures, claim.measure)?.requires ?? [];
      for (const key of needed) expect([claim.id, key in claim.scope]).toEqual([claim.id, true]);
    }
  });

  test('a link to the passage has few words, and only where there is an address', () => {
    for (const claim of document.claims) {
      expect([claim.id, claim.fragment !== undefined]).toEqual([claim.id, document.url !== undefined]);
      for (const words of [claim.fragment?.start, claim.fragment?.end])
        if (words !== undefined) expect(words.split(/\s+/).length).toBeLessThanOrEqual(FRAGMENT_WORDS);
    }
  });

  test.runIf(existsSync(`${TEXTS}${id}.txt`))('every surface is the source’s own words', () => {
    const text = readFileSync(`${TEXTS}${id}.txt`, 'utf8');
    for (const claim of document.claims) {
      expect(text).toContain(claim.surface);
      if (claim.fragment) expect(text).toContain(claim.fragment.start);
      if (claim.fragment?.end) expect(text).toContain(claim.fragment.end);
    }
  });
});

describe.runIf(existsSync(`${TEXTS}facts.json`))('the facts of the seeds', () => {
  interface Fact {
    key: string;
    seed: string;
    type: string;
    measure: string;
    value: number | number[] | string;
    bound: string;
  }
  const facts = JSON.parse(readFileSync(`${TEXTS}facts.json`, 'utf8')) as Fact[];
  const RHETORIC = new Set(['guarantee-duration-years', 'other']);

  test.each(
    facts
      .filter((fact) => fact.type === 'figure' && !RHETORIC.has(fact.measure))
      .map((fact) => [fact.key, fact] as const),
  )('figure %s is a claim with its value', (key, fact) => {
    const claim = seedDocument(`seed-${fact.seed}`).claims.find((c) => c.id.startsWith(`${key.toLowerCase()}-`));
    expect(claim?.kind).toBe('figure');
    if (claim?.kind !== 'figure') return;
    const { value, low, high, bound } = claim.quantity;
    expect([value ?? [low, high], bound]).toEqual([fact.value, fact.bound]);
  });
});
