/**
 * What is being counted: gives a quantity the measure of the pack whose cues stand nearest to it, or none.
 *
 * Each rule of a measure is a list of groups of cues; every group needs a hit within the rule's reach. Hits count more the
 * nearer they stand (same clause before same sentence before same paragraph, after the number before in front of it).
 * The best measure wins where it is strong enough: silence is better than a guess (design: figures.md).
 */
import { findContributors } from './contributors.ts';
import { CueBook, type CueHit, type Vocabulary } from './cues.ts';
import { type Token, tokenAt, tokenize } from './tokens.ts';
import type { CueRule, FigureMeasureRule, Mention, PlacedQuantity, Reading, Sentence, Span } from './types.ts';

/** Below this a measure is a guess: two cues of a clause at ten words' distance reach about 0.5, of the paragraph 0.2. */
const STRONG_ENOUGH = 0.36;
/** A cue this many words away counts half of an adjacent one. */
const HALF_DISTANCE = 9;
/** Weight of a hit in the figure's clause, sentence and paragraph. */
const NEARNESS = { clause: 1, sentence: 0.72, paragraph: 0.45 } as const;
/** English and its neighbours say who did what: what follows the number tells more of it than what precedes. */
const BEFORE = 0.85;
/** A cue beyond another figure belongs to that one first. */
const BEYOND_ANOTHER = 0.45;
/** An excluding cue further away than this many words says nothing of the figure. */
const ANTI_DISTANCE = 9;
/** A number without a noun must be surer of its measure. */
const BARE_FACTOR = 0.85;

interface CompiledRule {
  groups: number[];
  rule: CueRule;
}

interface CompiledMeasure {
  rule: FigureMeasureRule;
  /** Noun lemma → unit. */
  unitOf: Map<string, string>;
  select: CompiledRule[];
  anti: number;
  antiSentence: number | null;
  periods: { period: string; cues: number }[];
}

export interface FigureRules {
  book: CueBook;
  measures: CompiledMeasure[];
  byId: Map<string, FigureMeasureRule>;
}

/** What a quantity counts, and why. */
export interface Classified {
  measure: string;
  /** Unit of the measure that the noun carries ("countries", "leaders", "EUR"). */
  unit: string;
  scope: Record<string, string>;
  score: number;
  because: string[];
}

/** Compiles the figure measures of a pack. Throws an error that names the cue where one cannot be read. */
export function compileFigureRules(measures: readonly FigureMeasureRule[], vocabulary: Vocabulary): FigureRules {
  const book = new CueBook();
  const add = (cues: readonly string[]) => book.add(cues, vocabulary);
  return {
    book,
    byId: new Map(measures.map((rule) => [rule.id, rule])),
    measures: measures.map((rule) => ({
      rule,
      unitOf: new Map(
        Object.entries(rule.units).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit] as const)),
      ),
      select: rule.select.map((r) => ({ groups: r.all.map(add), rule: r })),
      anti: add(rule.antiCues),
      antiSentence: rule.antiSentence ? add(rule.antiSentence) : null,
      periods: (rule.periods ?? []).map(({ period, cues }) => ({ period, cues: add(cues) })),
    })),
  };
}

interface BlockView {
  tokens: Token[];
  hits: Map<number, CueHit[]>;
  sentences: Sentence[];
  quantities: PlacedQuantity[];
  mentions: Mention[];
}

/** Unit of a quantity in a measure: from its unit (money) or its noun; undefined where it carries none of the measure's. */
function unitIn(measure: CompiledMeasure, quantity: PlacedQuantity, lemma: string | null): string | undefined {
  if (quantity.unit !== null) return measure.unitOf.get(quantity.unit);
  if (lemma === null) return undefined;
  const direct = measure.unitOf.get(lemma);
  if (direct) return direct;
  // "European leader", "head of state": the head noun decides where the whole phrase is not listed.
  const head = lemma.split(' ').at(-1)!;
  return measure.unitOf.get(head);
}

const inside = (place: Span, span: Span) => place.start >= span.start && place.start < span.end;

class Classifier {
  #views = new Map<number, BlockView>();
  constructor(
    readonly rules: FigureRules,
    readonly reading: Reading,
    readonly countryOf: (entity: string) => string | null,
  ) {
    const byBlock = <T extends { block: number }>(list: readonly T[]) => {
      const map = new Map<number, T[]>();
      for (const x of list) {
        const of = map.get(x.block);
        if (of) of.push(x);
        else map.set(x.block, [x]);
      }
      return map;
    };
    const sentences = byBlock(reading.sentences);
    const mentions = byBlock(reading.mentions);
    const quantities = byBlock(reading.quantities);
    for (const block of reading.blocks) {
      const inBlock = quantities.get(block.id);
      if (!inBlock) continue;
      const tokens = tokenize(block.text);
      this.#views.set(block.id, {
        tokens,
        hits: rules.book.find(tokens),
        sentences: sentences.get(block.id) ?? [],
        quantities: inBlock,
        mentions: mentions.get(block.id) ?? [],
      });
    }
  }

  /** The noun of a bare number: the whole's for a part, else that of the figure before it in the sentence. */
  lemmaOf(
    quantity: PlacedQuantity,
    view: BlockView,
    sentence: Sentence | undefined,
  ): { lemma: string | null; borrowed: boolean } {
    if (quantity.noun) return { lemma: quantity.noun.lemma, borrowed: false };
    if (quantity.kind !== 'cardinal') return { lemma: null, borrowed: false };
    if (quantity.partOf) {
      const whole = view.quantities.find(
        (q) => q !== quantity && q.start < quantity.partOf!.end && quantity.partOf!.start < q.end,
      );
      if (whole?.noun) return { lemma: whole.noun.lemma, borrowed: true };
    }
    if (!sentence) return { lemma: null, borrowed: false };
    const before = view.quantities.filter(
      (q) => q.start < quantity.start && q.kind === 'cardinal' && q.noun && inside(q, sentence),
    );
    return { lemma: before.at(-1)?.noun?.lemma ?? null, borrowed: before.length > 0 };
  }

  classify(quantity: PlacedQuantity): Classified | null {
    const view = this.#views.get(quantity.block);
    if (!view) return null;
    const sentence = view.sentences.find((s) => inside(quantity, s));
    const clause = sentence?.clauses.find((c) => inside(quantity.core, c)) ?? sentence;
    if (!sentence || !clause) return null;
    const { lemma, borrowed } = this.lemmaOf(quantity, view, sentence);
    let best: Classified | null = null;
    for (const measure of this.rules.measures) {
      const found = this.#measure(measure, quantity, { view, sentence, clause, lemma, borrowed });
      if (found && (!best || found.score > best.score)) best = found;
    }
    return best;
  }

  #measure(
    measure: CompiledMeasure,
    quantity: PlacedQuantity,
    at: { view: BlockView; sentence: Sentence; clause: Span; lemma: string | null; borrowed: boolean },
  ): Classified | null {
    const { rule } = measure;
    if ((quantity.kind === 'ordinal') !== (rule.ordinal ?? false)) return null;
    if (quantity.kind !== 'cardinal' && quantity.kind !== 'ordinal' && quantity.kind !== 'money') return null;
    let unit = unitIn(measure, quantity, at.lemma);
    const bare = unit === undefined && at.lemma === null && quantity.unit === null && rule.plausible !== undefined;
    const size = quantity.value ?? quantity.hard.low ?? quantity.hard.high ?? 0;
    // A noun lent by another figure, or none at all: the number itself must be of the measure's order.
    if ((bare || at.borrowed) && rule.plausible && (size < rule.plausible[0] || size > rule.plausible[1])) return null;
    if (bare) unit = Object.keys(rule.units)[0];
    if (unit === undefined) return null;
    if (this.#excluded(measure, quantity, at)) return null;

    const countries = findContributors(
      quantity,
      at.sentence,
      at.clause,
      at.view.mentions,
      rule.notCountries ?? [],
      this.countryOf,
    );
    if (rule.requires.includes('country') && countries.length !== 1) return null;
    if (rule.excludes?.includes('country') && countries.length === 1) return null;

    let score = 0;
    let why = '';
    for (const { groups, rule: cueRule } of measure.select) {
      if (cueRule.units && !cueRule.units.includes(unit)) continue;
      const parts = groups.map((group) => this.#nearest(group, quantity, at, cueRule));
      if (parts.some((p) => p.value === 0)) continue;
      const value = ((cueRule.weight ?? 1) * parts.reduce((sum, p) => sum + p.value, 0)) / parts.length;
      if (value > score) {
        score = value;
        why = parts.map((p) => `“${p.cue}”`).join(' + ');
      }
    }
    if (bare) score *= BARE_FACTOR;
    if (score < STRONG_ENOUGH) return null;
    const scope: Record<string, string> = {};
    if (rule.requires.includes('country')) scope.country = countries[0]!;
    const period = this.#period(measure, at);
    if (period) scope.period = period;
    return {
      measure: rule.id,
      unit,
      scope,
      score,
      because: [
        `cue ${why}`,
        `unit ${unit}${at.borrowed ? ' (from the figure before it)' : ''}`,
        `score ${score.toFixed(2)}`,
      ],
    };
  }

  #excluded(
    measure: CompiledMeasure,
    quantity: PlacedQuantity,
    at: { view: BlockView; sentence: Sentence; clause: Span },
  ): boolean {
    const { tokens, hits } = at.view;
    const [from, to] = this.#range(quantity, tokens);
    for (const hit of hits.get(measure.anti) ?? []) {
      if (!inside(tokens[hit.from]!, at.clause)) continue;
      const distance = hit.from >= to ? hit.from - to : from - hit.to;
      if (distance <= ANTI_DISTANCE) return true;
    }
    if (measure.antiSentence === null) return false;
    return (hits.get(measure.antiSentence) ?? []).some((hit) => inside(tokens[hit.from]!, at.sentence));
  }

  #range(quantity: PlacedQuantity, tokens: readonly Token[]): [number, number] {
    return [
      tokenAt(tokens, quantity.start),
      Math.max(tokenAt(tokens, quantity.start) + 1, tokenAt(tokens, quantity.end - 1) + 1),
    ];
  }

  /** The strongest hit of one group, as 0…1. */
  #nearest(
    group: number,
    quantity: PlacedQuantity,
    at: { view: BlockView; sentence: Sentence; clause: Span },
    rule: CueRule,
  ): { value: number; cue: string } {
    const { tokens, hits, quantities } = at.view;
    const [from, to] = this.#range(quantity, tokens);
    let value = 0;
    let cue = '';
    for (const hit of hits.get(group) ?? []) {
      const place = tokens[hit.from]!;
      const level = inside(place, at.clause) ? 'clause' : inside(place, at.sentence) ? 'sentence' : 'paragraph';
      if (level === 'paragraph' && rule.reach !== 'paragraph') continue;
      if (level === 'sentence' && rule.reach === 'clause') continue;
      const after = hit.from >= to;
      const before = hit.to <= from;
      if (rule.side === 'before' && !before) continue;
      if (rule.side === 'after' && !after) continue;
      const distance = after ? hit.from - to : before ? from - hit.to : 0;
      const between = quantities.some(
        (q) =>
          q !== quantity &&
          q.kind === quantity.kind &&
          (after
            ? q.start >= quantity.end && q.start < place.start
            : before && q.end <= quantity.start && q.start > place.start),
      );
      const now =
        (NEARNESS[level] * (before ? BEFORE : 1) * (between ? BEYOND_ANOTHER : 1)) / (1 + distance / HALF_DISTANCE);
      if (now > value) {
        value = now;
        cue = tokens
          .slice(hit.from, hit.to)
          .map((t) => t.word)
          .join(' ');
      }
    }
    return { value, cue };
  }

  #period(measure: CompiledMeasure, at: { view: BlockView; sentence: Sentence }): string | null {
    for (const { period, cues } of measure.periods)
      if ((at.view.hits.get(cues) ?? []).some((hit) => inside(at.view.tokens[hit.from]!, at.sentence))) return period;
    return null;
  }
}

/**
 * Measures of all quantities of a page, in their order; null where none is clear.
 * `countryOf` gives the country that an entity is or acts for.
 */
export function classifyFigures(
  reading: Reading,
  rules: FigureRules,
  countryOf: (entity: string) => string | null,
): (Classified | null)[] {
  const classifier = new Classifier(rules, reading, countryOf);
  const found = reading.quantities.map((quantity) => classifier.classify(quantity));
  return wholesOfParts(reading.quantities, found, rules);
}

/** "26 of the 35 states": where the part is of a measure, the whole is of one that the pack says it is mixed up with. */
function wholesOfParts(
  quantities: readonly PlacedQuantity[],
  found: (Classified | null)[],
  rules: FigureRules,
): (Classified | null)[] {
  const result = [...found];
  quantities.forEach((part, i) => {
    if (!part.partOf) return;
    const w = quantities.findIndex(
      (q) => q.block === part.block && q !== part && q.start < part.partOf!.end && part.partOf!.start < q.end,
    );
    const own = found[i];
    if (w < 0 || !own) return;
    const whole = result[w];
    // The whole is never the same count as its part.
    if (whole && (whole.measure === own.measure || rules.byId.get(own.measure)?.sameAs.includes(whole.measure)))
      result[w] = null;
  });
  return result;
}
