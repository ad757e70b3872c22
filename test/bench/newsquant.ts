/**
 * NewsQuant, the development part (not in the repository: it has no licence), strict F1 with its 95 % interval.
 * The counting is that of the shared scorer; `official` runs the scorer itself, and the two must agree.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { englishQuantityWords } from '../../utils/language/en/numbers.ts';
import { readQuantities } from '../../utils/language/quantities.ts';
import { randomFrom } from './articles.ts';
import { naiveBound } from './hedge-window.ts';
import type { FoundNumber, ReadNumbers } from './readers/types.ts';
import { quantile } from './statistics.ts';

const DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/eval/newsquant');
const RESAMPLES = 2_000;

type Value = number | [number, number];
interface Gold {
  id: string;
  text: string;
  quantities: { value: Value; change: string }[];
}
interface Predicted {
  value: Value;
  bound: string;
}

/** One sentence's hits, gold and predicted quantities. */
type Counts = [hit: number, gold: number, predicted: number];
const MEASURES = ['value', 'value + bound', 'hedged only'] as const;
export type MeasureName = (typeof MEASURES)[number];

export interface Score {
  precision: number;
  recall: number;
  f1: number;
  low: number;
  high: number;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
const sameValue = (p: Value, g: Value): boolean =>
  typeof g === 'number'
    ? typeof p === 'number' && near(p, g)
    : typeof p !== 'number' && near(p[0], g[0]) && near(p[1], g[1]);
/** The scorer's four bounds; trends carry none. */
const simple = (bound: string): string => ({ '>=': '>', '<=': '<', up: '=', down: '=', range: '=' })[bound] ?? bound;

/** Size of the largest one-to-one matching. */
function matching<G, P>(gold: readonly G[], predicted: readonly P[], fits: (p: P, g: G) => boolean): number {
  const owner = new Map<number, number>();
  const place = (g: number, seen: Set<number>): boolean =>
    predicted.some((p, i) => {
      if (seen.has(i) || !fits(p, gold[g]!)) return false;
      seen.add(i);
      const held = owner.get(i);
      if (held !== undefined && !place(held, seen)) return false;
      owner.set(i, g);
      return true;
    });
  return gold.filter((_, g) => place(g, new Set())).length;
}

function countSentence(gold: Gold['quantities'], predicted: readonly Predicted[]): Record<MeasureName, Counts> {
  const value = (p: Predicted, g: Gold['quantities'][0]): boolean => sameValue(p.value, g.value);
  const bound = (p: Predicted, g: Gold['quantities'][0]): boolean =>
    value(p, g) && simple(p.bound) === simple(g.change);
  const hedgedGold = gold.filter(({ change }) => simple(change) !== '=');
  const hedged = predicted.filter((p) => simple(p.bound) !== '=');
  return {
    value: [matching(gold, predicted, value), gold.length, predicted.length],
    'value + bound': [matching(gold, predicted, bound), gold.length, predicted.length],
    'hedged only': [matching(hedgedGold, hedged, bound), hedgedGold.length, hedged.length],
  };
}

function scoreOf(counts: readonly Counts[]): { precision: number; recall: number; f1: number } {
  const [hit, gold, predicted] = counts.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
  return {
    precision: predicted ? (100 * hit) / predicted : 0,
    recall: gold ? (100 * hit) / gold : 0,
    f1: gold + predicted ? (200 * hit) / (gold + predicted) : 0,
  };
}

/** 95 % of the F1 of texts drawn again from the same sentences lie in this interval. */
function interval(counts: readonly Counts[]): { low: number; high: number } {
  const random = randomFrom(2023);
  const drawn = Array.from({ length: RESAMPLES }, () => {
    let [hit, all] = [0, 0];
    for (let n = 0; n < counts.length; n++) {
      const [h, g, p] = counts[Math.floor(random() * counts.length)]!;
      hit += h;
      all += g + p;
    }
    return all ? (200 * hit) / all : 0;
  }).sort((a, b) => a - b);
  return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

/** A library that gives only words has them read by our number reader. */
function numberOf({ value, surface }: FoundNumber): Value | null {
  if (value !== null) return value;
  const [quantity] = readQuantities(surface, englishQuantityWords);
  return quantity?.value ?? null;
}

/** The figures as the shared scorer wants them. */
const lineOf = (id: string, predicted: readonly Predicted[]): string =>
  JSON.stringify({
    id,
    figures: predicted.map(({ value, bound }) =>
      typeof value === 'number' ? { value, bound } : { low: value[0], high: value[1], bound },
    ),
  });

/** F1 of value, value and bound, hedged, as the shared scorer prints them. */
function official(predictions: ReadonlyMap<string, readonly Predicted[]>, gold: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'newsquant-'));
  try {
    const file = join(directory, 'predicted.jsonl');
    writeFileSync(file, [...predictions].map(([id, predicted]) => lineOf(id, predicted)).join('\n'));
    const printed = execFileSync(process.execPath, [join(DIRECTORY, 'score.mjs'), gold, file], { encoding: 'utf8' });
    return [...printed.matchAll(/^(?:strict|hedged).*F1 ([\d.]+)$/gm)].map((match) => match[1]!);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Null where the data are not there. */
export function newsQuant(
  readers: readonly { name: string; read: ReadNumbers }[],
): { sentences: number; quantities: number; scores: Record<string, Record<MeasureName, Score>> } | null {
  const file = join(DIRECTORY, 'dev.jsonl');
  if (!existsSync(file)) return null;
  const gold = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);
  const scores: Record<string, Record<MeasureName, Score>> = {};
  for (const { name, read } of readers) {
    const predictions = new Map<string, Predicted[]>();
    for (const { id, text } of gold)
      predictions.set(
        id,
        read(text).flatMap((found) => {
          const value = numberOf(found);
          return value === null ? [] : [{ value, bound: found.bound ?? naiveBound(text, found) }];
        }),
      );
    const counted = gold.map(({ id, quantities }) => countSentence(quantities, predictions.get(id)!));
    const scored = MEASURES.map((measure): [MeasureName, Score] => {
      const counts = counted.map((sentence) => sentence[measure]);
      return [measure, { ...scoreOf(counts), ...interval(counts) }];
    });
    const theirs = official(predictions, file);
    scored.forEach(([measure, { f1 }], i) => {
      if (f1.toFixed(1) !== theirs[i]) throw new Error(`${name}, ${measure}: ${f1} here, ${theirs[i]} by the scorer`);
    });
    scores[name] = Object.fromEntries(scored) as Record<MeasureName, Score>;
  }
  return {
    sentences: gold.length,
    quantities: gold.reduce((sum, { quantities }) => sum + quantities.length, 0),
    scores,
  };
}
