/** How well a figure fits one measure: its unit, its order of magnitude, whose it is, and how near the cues stand. */
import {
  type Contributors,
  type CountryOf,
  carriedContributor,
  findContributors,
  namesInside,
} from '../contributors.ts';
import { tokenAt } from '../tokens.ts';
import type { Mention, PlacedQuantity } from '../types.ts';
import { type Figure, inside, unitIn } from './figure.ts';
import { isExcluded, nearest } from './nearness.ts';
import { isDefinite, isDescribed, isFormer, isMore, isNew, isPart, isToldAsPart, isWhole } from './parts.ts';
import type { CompiledMeasure, FigureRules } from './rules.ts';
import type { BlockView } from './view.ts';

/** Below this a measure is a guess: two cues of a sentence at ten words' distance reach about 0.35. */
export const STRONG_ENOUGH = 0.36;
/** A number without a noun must be surer of its measure. */
const BARE_FACTOR = 0.85;
/** "The tally, 26, came from Macron": one kind of cue says little of a number that says nothing of what it counts. */
const LONELY_FACTOR = 0.7;
/** "Whose 30-odd members have pledged": a definite number is of all there are. */
const DEFINITE_TOTAL = 1.2;
/** "Up to 10,000 soldiers" has its cues in itself: nothing around it says whose they are. */
const OWN_WORDS_FACTOR = 0.8;
/** "Starmer … 10,000 troops" may be his country's or the whole force's. */
const THROUGH_PERSON_FACTOR = 0.8;

/** An apostrophe right behind a name. */
const POSSESSED = /^['’]/u;

/** What a quantity counts, and why. */
export interface Classified {
  measure: string;
  /** Unit of the measure that the noun carries ("countries", "leaders", "EUR"). */
  unit: string;
  scope: Record<string, string>;
  score: number;
  /** The value of an earlier day, beside which today's is told. */
  former?: true;
  /** No cue of the measure stands in its own sentence. */
  borrowed?: true;
  /** The country that it is of stands right before it, behind another figure of the text: "France 6,000, Britain 4,000". */
  beside?: true;
  /** The nearest single cue of the measure, as 0…1: something of it is spoken of near the figure. */
  hint: number;
  because: string[];
}

/** Null where the figure cannot be the measure's; a score of 0 where nothing but its unit speaks for it. */
export function inMeasure(
  measure: CompiledMeasure,
  figure: Figure,
  rules: FigureRules,
  countryOf: CountryOf,
): Classified | null {
  const { rule } = measure;
  const { quantity, lemma } = figure;
  if ((quantity.kind === 'ordinal') !== (rule.ordinal ?? false)) return null;
  // "A third of the members": a share is none of the counts.
  if (quantity.kind === 'fraction' && (quantity.value ?? 0) < 1) return null;
  const level = levelOf(measure, figure);
  if (
    rule.total &&
    level === null &&
    (isPart(quantity, figure.view, rules) || rules.others.has(quantity.noun?.lemma ?? ''))
  )
    return null;
  const described = isDescribed(quantity, figure.view, rules);
  if (rule.part && figure.view.partsOfWholes.has(quantity) && !described) return null;
  const nameless = !quantity.noun || rules.others.has(quantity.noun.lemma);
  const bareNumber = quantity.kind === 'cardinal' && quantity.unit === null && nameless;
  let unit = unitIn(measure, quantity, lemma);
  const bare =
    unit === undefined &&
    bareNumber &&
    rule.plausible !== undefined &&
    // "140 of the 5,000 missiles": of what the whole counts.
    !(rule.inSeries && figure.view.wholes.get(quantity)?.noun) &&
    !(figure.borrowed && isMore(quantity, figure.view, rules));
  // A number far out of the measure's order counts something else in the same words; "thousands" may be few or many of them.
  const most = quantity.value ?? quantity.hard.high ?? quantity.hard.low ?? 0;
  const least = quantity.value ?? quantity.hard.low ?? quantity.hard.high ?? 0;
  const [reachLow, reachHigh] = isVague(quantity) ? [most, least] : [least, most];
  if (quantity.kind === 'cardinal' && rule.plausible && (reachLow < rule.plausible[0] || reachHigh > rule.plausible[1]))
    return null;
  if (bare) unit = Object.keys(rule.units)[0];
  unit = level ?? unit;
  if (unit === undefined || isExcluded(measure, figure, rules)) return null;

  const none = rule.notCountries ?? [];
  if (namesInside(quantity, figure.view.mentions, none, countryOf)) return null;
  const beside = ownerBeside(figure, none, countryOf);
  const here: Contributors =
    beside ??
    findContributors(
      quantity,
      figure.sentence,
      { start: clauseStart(figure, rules), end: speechAfter(figure, rules) },
      contributorsIn(figure.view, rules),
      none,
      countryOf,
      originTail(figure, rules),
      (mention) => POSSESSED.test(figure.view.text.slice(mention.end, mention.end + 2)),
    );
  const asksCountry = rule.requires.includes('country');
  const { view } = figure;
  const from =
    asksCountry && here.by === 'none'
      ? carriedContributor(figure.sentence, view.sentences, view.mentions, none, countryOf)
      : here;
  const several = from.countries.length > 1;
  if (asksCountry && from.countries.length === 0) return null;
  if (asksCountry && several && (!rule.ifSeveral || !rules.byId.has(rule.ifSeveral))) return null;
  const owned = from.countries.length === 1 && (from.by === 'inside' || from.by === 'before');
  const notOurs = rule.excludes?.includes('country') === true && owned;
  if (notOurs && (from.by === 'inside' || !rule.select.some((one) => one.evenOwned))) return null;

  // "Britain, with 7,500 soldiers, would provide …": the country's figure is told of what the country does.
  const place = asksCountry ? { ...figure, aside: null } : figure;
  let score = 0;
  let hint = 0;
  let why = '';
  let borrowed = false;
  // A new group is not the one that was named before.
  const fresh = rule.total === true && isNew(quantity, view, figure.sentence, rules);
  for (const { groups, rule: cueRule } of measure.select) {
    if (cueRule.units && !cueRule.units.includes(unit)) continue;
    if (cueRule.countryInside && from.by !== 'inside') continue;
    if ((cueRule.countryBefore ?? false) !== (from.by === 'carried')) continue;
    if (notOurs && !cueRule.evenOwned) continue;
    if (cueRule.part && !isToldAsPart(figure, rules)) continue;
    if (cueRule.whole && !isWhole(quantity, figure.view, rules)) continue;
    const parts = groups.map((group) => nearest(group, place, cueRule, rules));
    hint = Math.max(hint, ...parts.map((p) => p.value));
    if (parts.some((p) => p.value === 0 || (fresh && p.far))) continue;
    const alone = parts.every((p) => p.own) ? OWN_WORDS_FACTOR : 1;
    const mean = parts.reduce((product, p) => product * p.value, 1) ** (1 / parts.length);
    const lonely = bare && !asksCountry && parts.length === 1 ? LONELY_FACTOR : 1;
    const value = (cueRule.weight ?? 1) * alone * lonely * mean;
    if (value > score) {
      score = value;
      why = parts.map((p) => `“${p.cue}”`).join(' + ');
      borrowed = parts.every((p) => p.far);
    }
  }
  if (notOurs && score === 0) return null;
  // "Among the 26 countries": a part is taken from it; whether it is itself a part, only the sources can tell.
  if (rule.part && isWhole(quantity, figure.view, rules) && !described) score = 0;
  if (bareNumber) score *= BARE_FACTOR;
  if (rule.total && isDefinite(quantity, figure.view, rules)) score *= DEFINITE_TOTAL;
  if (asksCountry && from.by === 'person') score *= THROUGH_PERSON_FACTOR;
  const id = asksCountry && several ? rule.ifSeveral! : rule.id;
  const scope: Record<string, string> = asksCountry && !several ? { country: from.countries[0]! } : {};
  const period = periodOf(measure, figure);
  if (period) scope.period = period;
  const group = groupOf(measure, figure);
  if (group) scope.group = group;
  const noun = bare ? ', no noun' : figure.borrowed ? ', noun of the figure before' : '';
  return {
    measure: id,
    unit,
    scope,
    score,
    hint,
    ...(isFormer(quantity, view, rules) && { former: true as const }),
    ...(borrowed && { borrowed: true as const }),
    ...(beside && { beside: true as const }),
    because: [why ? `cue ${why}` : 'no cue', `unit ${unit}${noun}`, `score ${score.toFixed(2)}`],
  };
}

/** "Thousands", "several thousand": an order, no number. */
const isVague = ({ value, bound }: PlacedQuantity): boolean => value === undefined && bound === '~';

/** "27 were represented by heads of state", "27 of them at the level of …": words between the number and its level. */
const LEVEL_REACH = 5;

/** The unit of those who are counted by their level; null where no level stands behind the figure. */
export function levelOf(
  { levels }: CompiledMeasure,
  { quantity, view, to }: Pick<Figure, 'quantity' | 'view' | 'to'>,
): string | null {
  if (levels === null || quantity.kind !== 'cardinal') return null;
  const near = (view.hits.get(levels.cues) ?? []).some((hit) => hit.from >= to && hit.from - to <= LEVEL_REACH);
  return near ? levels.unit : null;
}

/** What may stand between a country and its own figure: "Britain 4,000", "Britain's 4,000", "Britain – 4,000". */
const BESIDE = /^(?:['’]s?)?\s*(?:[–—:,(]\s*)?$/u;

/** The country that stands right before the figure, where the sentence gives another figure before it; null where none does. */
function ownerBeside(
  { quantity, view, sentence }: Figure,
  none: readonly string[],
  countryOf: CountryOf,
): Contributors | null {
  const mention = view.mentions.filter((m) => m.end <= quantity.start && inside(m, sentence)).at(-1);
  const found = mention && countryOf(mention.entity);
  if (!mention || !found || found.person || none.includes(found.country)) return null;
  if (!BESIDE.test(view.text.slice(mention.end, quantity.start))) return null;
  const other = view.quantities.some((q) => q.end <= mention.start && q.start >= (view.sentences[0]?.start ?? 0));
  return other ? { countries: [found.country], by: 'before' } : null;
}

const kept = new WeakMap<BlockView, Mention[]>();

/** The mentions that can have a part in a figure: not those of "British planners". */
function contributorsIn(view: BlockView, rules: FigureRules): Mention[] {
  const known = kept.get(view);
  if (known) return known;
  const sayers = new Set((view.hits.get(rules.sayers) ?? []).map((hit) => hit.from));
  const found = view.mentions.filter((mention) => !sayers.has(tokenAt(view.tokens, mention.end)));
  kept.set(view, found);
  return found;
}

/** "Germany, which has 5,000 soldiers …": what the clause is about stands before it. */
function clauseStart({ clause, sentence, view }: Figure, rules: FigureRules): number {
  const first = tokenAt(view.tokens, clause.start);
  const relative = (view.hits.get(rules.relatives) ?? []).some((hit) => hit.from === first);
  return relative ? sentence.start : clause.start;
}

/** Where the clause names who said it, behind the figure; its end where it does not. */
function speechAfter({ clause, to, view }: Figure, rules: FigureRules): number {
  const hit = (view.hits.get(rules.speech) ?? []).find((h) => h.from >= to);
  return Math.min(clause.end, hit ? view.tokens[hit.from]!.start : clause.end);
}

/** Characters behind the figure that say whose it is: up to the word after "from" or "of". */
function originTail(figure: Figure, rules: FigureRules): number {
  const hit = (figure.view.hits.get(rules.origin) ?? []).find((h) => h.from === figure.to);
  const name = hit && figure.view.tokens[hit.to];
  return name ? name.end - figure.quantity.end : 0;
}

/** The group that the figure's own words narrow it to. */
function groupOf(measure: CompiledMeasure, figure: Figure): string | undefined {
  return measure.groups.find(({ cues }) =>
    (figure.view.hits.get(cues) ?? []).some((hit) => hit.from >= figure.from && hit.to <= figure.to),
  )?.group;
}

function periodOf(measure: CompiledMeasure, figure: Figure): string | null {
  const { tokens, hits } = figure.view;
  for (const where of [figure.clause, figure.sentence])
    for (const { period, cues } of measure.periods)
      if ((hits.get(cues) ?? []).some((hit) => inside(tokens[hit.from]!, where))) return period;
  return null;
}
