/** Who does what a predicate says: the names before it, found without a parser and given up where that is unsure. */
import { hasPhrase, type Pattern } from './patterns.ts';
import { gapBefore, isCapital, type Referent, referentAt, type SentenceView } from './view.ts';

/** A subject further back than this many words has lost its verb to something else. */
const REACH = 16;
/** Words that are neither names nor known between subject and predicate. */
const STRANGERS = 7;
/** "the Polish prime minister": words between a preposition or title and the name. */
const TITLE_WORDS = 5;

export interface SubjectWords {
  prepositions: ReadonlySet<string>;
  telling: readonly Pattern[];
  others: ReadonlySet<string>;
  agents: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  relatives: ReadonlySet<string>;
  auxiliaries: ReadonlySet<string>;
  joiners: ReadonlySet<string>;
  calendar: ReadonlySet<string>;
  capitals: ReadonlySet<string>;
}

export interface Subject {
  /** The names of a list in order: "Spain and Italy". */
  names: Referent[];
  /** First token of the first name, or the pronoun. */
  from: number;
  /** The sentence only has a pronoun; the names must be looked for further back. */
  pronoun: boolean;
}

const pauses = (gap: string): boolean => /[,()–—]|\s-\s/.test(gap);

/** The subject of what starts at token `at`; null where it is unclear. `wanted` says which names can be one. */
export function findSubject(
  view: SentenceView,
  at: number,
  words: SubjectWords,
  wanted: (referent: Referent) => boolean,
): Subject | null {
  const listed = listRightBefore(view, at, words, wanted);
  if (listed) return listed;
  const front = frontOf(view, at, words);
  const aside = pauses(gapBefore(view, front)) ? openingOf(view, front) : null;
  if (aside !== null) {
    const before = referentAt(view, aside - 1);
    if (before && wanted(before) && isSubject(view, before, words)) return subjectsTo(view, before, words, wanted);
  }
  let strangers = 0;
  let pronoun: number | null = null;
  const unclear = (): Subject | null => (pronoun === null ? null : { names: [], from: pronoun, pronoun: true });
  for (let k = at - 1; k >= 0 && at - k <= REACH; k--) {
    if (/[;:]/.test(gapBefore(view, k + 1))) break;
    const referent = referentAt(view, k);
    if (referent) {
      k = referent.from;
      if (!wanted(referent)) {
        if (referent.kind === 'person' && isSubject(view, referent, words)) return null;
        continue;
      }
      if (
        isSubject(view, referent, words) &&
        (!describes(view, referent, words) || ownsAgent(view, referent, at, words))
      )
        return subjectsTo(view, referent, words, wanted);
      continue;
    }
    const word = bare(view.tokens[k]!.word);
    const named = words.relatives.has(word) ? referentAt(view, k - 1) : undefined;
    if (named && wanted(named)) return subjectsTo(view, named, words, wanted);
    if (words.pronouns.has(word)) pronoun ??= k;
    else if (words.others.has(word) || isCount(view, k)) return unclear();
    else if (isStrangeName(view, k, words)) return unclear();
    else if (++strangers > STRANGERS) break;
  }
  return unclear();
}

/** "Another 28 are present": those counted are the subject. "Trump, 79, joined" is told by his commas. */
const isCount = (view: SentenceView, token: number): boolean =>
  /^\d+$/.test(view.tokens[token]!.word) && !pauses(gapBefore(view, token + 1));

/** The list that ends with a subject; "met with Zelensky, and Trump joined": not those whom a preposition governs. */
function subjectsTo(
  view: SentenceView,
  last: Referent,
  words: SubjectWords,
  wanted: (referent: Referent) => boolean,
): Subject {
  const list = listEndingWith(view, last, words, wanted);
  const [first, second] = list.names;
  const comma = first && second && list.names.length === 2 && gapBefore(view, first.to).includes(',');
  return comma && !isSubject(view, first, words) ? { names: [last], from: last.from, pronoun: false } : list;
}

const bare = (word: string) => (word.endsWith("'s") ? word.slice(0, -2) : word);

/** A name that the pack does not know, and that may be the subject. */
function isStrangeName(view: SentenceView, token: number, words: SubjectWords): boolean {
  const word = bare(view.tokens[token]!.word);
  if (token === 0 || !isCapital(view, token) || words.agents.has(word) || words.capitals.has(word)) return false;
  return !startsQuote(view, token);
}

const startsQuote = (view: SentenceView, token: number) => /["“‘']\s*$/.test(gapBefore(view, token));

/** "Four countries, France, Britain and Ukraine, signed": a list of names that ends right before, comma or not. */
function listRightBefore(
  view: SentenceView,
  at: number,
  words: SubjectWords,
  wanted: (referent: Referent) => boolean,
): Subject | null {
  const last = referentAt(view, at - 1);
  if (!last || !wanted(last) || describes(view, last, words)) return null;
  const list = listEndingWith(view, last, words, wanted);
  return list.names.length > 1 && isSubject(view, list.names[0]!, words) ? list : null;
}

/** "had also travelled": where the predicate begins whose verb is at `at`. */
function frontOf(view: SentenceView, at: number, words: SubjectWords): number {
  let front = at;
  while (front > 0 && words.auxiliaries.has(view.tokens[front - 1]!.word) && !pauses(gapBefore(view, front))) front--;
  return front;
}

/** "Meloni, linked by video, rules out": the token at which the aside before `at` opens. */
function openingOf(view: SentenceView, at: number): number | null {
  for (let k = at - 1; k > 0 && at - k <= REACH; k--) if (pauses(gapBefore(view, k))) return k;
  return null;
}

/** Not behind a preposition, not spoken to. */
function isSubject(view: SentenceView, referent: Referent, words: SubjectWords): boolean {
  let k = referent.from - 1;
  for (let steps = 0; k >= 0 && steps < TITLE_WORDS; k--, steps++) {
    const word = view.tokens[k]!.word;
    const gap = gapBefore(view, k + 1);
    if (/[;:]/.test(gap) || (pauses(gap) && !words.joiners.has(word))) return true;
    // "On Thursday Germany ruled out …": the preposition was the day's.
    if (words.calendar.has(word)) return true;
    if (words.prepositions.has(word)) return opensWithPlace(view, k, referent);
    if (hasPhrase(words.telling, view.tokens, k, k + 1)) return false;
    if (!words.agents.has(word) && !words.joiners.has(word) && !referentAt(view, k) && !words.capitals.has(word))
      return true;
  }
  return true;
}

/** "In Paris Keir Starmer joined": the sentence opens with a place, and the name right behind it is no part of that. */
function opensWithPlace(view: SentenceView, preposition: number, referent: Referent): boolean {
  const place = referentAt(view, preposition + 1);
  const isPlace = place?.kind === 'country' && !place.attributive && referent.kind === 'person';
  return preposition === 0 && isPlace && place.to === referent.from;
}

/** "Polish soldiers", "the Paris talks": says what the next noun is. "the United States" says who. */
function describes(view: SentenceView, referent: Referent, words: SubjectWords): boolean {
  if (referent.attributive) return true;
  const before = view.tokens[referent.from - 1]?.word ?? '';
  return referent.kind === 'country' && !referent.byName && words.articles.has(before);
}

/** "Italy's government", "Polish soldiers", "Germany's Merz". */
function ownsAgent(view: SentenceView, referent: Referent, before: number, words: SubjectWords): boolean {
  for (let k = referent.to; k < before && k < referent.to + TITLE_WORDS; k++) {
    if (words.agents.has(view.tokens[k]!.word)) return true;
    if (referentAt(view, k)?.kind === 'person') return true;
  }
  return false;
}

export interface ListForm {
  /** Behind a colon commas alone make a list: "Signed: Macron, Starmer, Zelensky". */
  commas?: boolean;
  /** "the French, British and Polish leaders". */
  adjectives?: boolean;
}

/** Adds the names before it that are joined to it by commas and "and". */
export function listEndingWith(
  view: SentenceView,
  last: Referent,
  words: Pick<SubjectWords, 'joiners' | 'capitals'>,
  wanted: (referent: Referent) => boolean,
  form: ListForm = {},
): Subject {
  const names = [last];
  for (;;) {
    const first = names[0]!;
    const previous = view.referents.filter((r) => r.to <= first.from && (wanted(r) || r.kind !== 'country')).at(-1);
    if (!previous || !wanted(previous)) break;
    if (previous.attributive && previous.kind === 'country' && !form.adjectives) break;
    let joined = false;
    let clean = true;
    for (let k = previous.to; k < first.from; k++) {
      if (words.joiners.has(view.tokens[k]!.word)) joined = true;
      else if (!words.capitals.has(view.tokens[k]!.word) && !referentAt(view, k)) clean = false;
    }
    const printed = view.text.slice(view.tokens[previous.to - 1]!.end, view.tokens[first.from]!.start);
    if (!clean || (!joined && !printed.includes(',')) || /[;:–—]/.test(printed)) break;
    names.unshift(previous);
  }
  // A comma alone joins nothing: "For Italy, France is …".
  const joined = names.length < 2 || form.commas || anyJoiner(view, names, words);
  const kept = joined ? names : [last];
  return { names: kept, from: kept[0]!.from, pronoun: false };
}

function anyJoiner(view: SentenceView, names: readonly Referent[], words: Pick<SubjectWords, 'joiners'>): boolean {
  const from = names[0]!.to;
  const to = names.at(-1)!.from;
  return view.tokens.slice(from, to).some((token) => words.joiners.has(token.word));
}

/** The list that begins within `reach` words behind `at`, titles and "the leaders of" before it; empty where none does. */
export function listStartingNear(
  view: SentenceView,
  at: number,
  reach: number,
  words: { subject: Pick<SubjectWords, 'joiners' | 'capitals'>; beforeList: ReadonlySet<string> },
  wanted: (referent: Referent) => boolean,
  form: ListForm = {},
): Referent[] {
  const first = view.referents.find((r) => wanted(r) && r.from >= at);
  if (!first || first.from - at > reach) return [];
  for (let k = at; k < first.from; k++) {
    const word = view.tokens[k]!.word;
    if (!words.beforeList.has(word) && !words.subject.capitals.has(word) && !referentAt(view, k)) return [];
  }
  // The longest list that begins with the first name is the one that ends with the last name joined to it.
  let names = [first];
  for (const last of view.referents) {
    if (last.from <= first.from || !wanted(last)) continue;
    const list = listEndingWith(view, last, words.subject, wanted, form).names;
    if (list[0]?.from === first.from) names = list;
  }
  return names;
}
