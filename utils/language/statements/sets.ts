/** Facts whose value is a set: who signed, who chairs. "Kyiv, Paris and London have initialled", "Signed: Macron, Starmer". */
import type { Statement } from '../types.ts';
import type { CompiledFact } from './compiled.ts';
import type { ReaderInput } from './context.ts';
import { factOf, isDenied } from './facts.ts';
import { findPatterns, hasPhrase, type Match } from './patterns.ts';
import { findSubject, type ListForm, listEndingWith, listStartingNear, type SubjectWords } from './subject.ts';
import { gapBefore, type Referent, referentAt, type SentenceView } from './view.ts';

/** "signed by the leaders of France, Britain …": words before a list begins. */
const LIST_REACH = 5;
/** "three signatures below the text: …": words before a colon. */
const COLON_REACH = 8;
/** "the British and French leaders have signed": words between the names and the verb. */
const VERB_REACH = 4;
/** "signed it in Paris on Tuesday together with": words between the verb and more members. */
const TOGETHER_REACH = 10;
/** "only", "alone" stand this near to the list. */
const ONLY_REACH = 4;

interface Found {
  names: Referent[];
  verb: Match;
}

/** Lists of countries or people before or behind a measure's phrases, the first of each sentence. */
export function readSets(input: ReaderInput, measure: CompiledFact): Statement[] {
  const { list } = measure.rule;
  if (!list) return [];
  const reader = new SetReader(input, measure, list.members);
  return input.views.flatMap((view, at) => {
    if (view.sentence.question || hasPhrase(measure.antiCues, view.tokens)) return [];
    for (const { names, verb } of reader.listsIn(view, at)) {
      const ids = [...new Set(names.map((r) => reader.idOf(r)))].sort();
      if (ids.length < list.least || isDenied(view, names[0]!.from, verb.from, input)) continue;
      const span = { from: names[0]!.from, to: names.at(-1)!.to };
      const only = isOnly(view, span, input) ? { only: true } : {};
      return [{ ...factOf(input, measure, view, span, ids.join(), verb.from), ...only }];
    }
    return [];
  });
}

class SetReader {
  private readonly input: ReaderInput;
  private readonly measure: CompiledFact;
  private readonly members: 'country' | 'person';
  /** In a list of signatories "of" and titles join as "and" does: "the presidents of France and of Ukraine". */
  private readonly listWords: SubjectWords;

  constructor(input: ReaderInput, measure: CompiledFact, members: 'country' | 'person') {
    this.input = input;
    this.measure = measure;
    this.members = members;
    const { subject, beforeList, raw } = input.words;
    this.listWords = {
      ...subject,
      capitals: new Set([...subject.capitals, ...beforeList]),
      joiners: new Set([...subject.joiners, ...raw.sets.of]),
    };
  }

  /** Countries, and persons for theirs; a person who acts for none stands for themselves. */
  readonly wanted = (r: Referent): boolean =>
    r.kind === 'person' || (this.members === 'country' && r.kind === 'country');

  readonly idOf = (r: Referent): string => (this.members === 'person' ? r.entity : (r.country ?? r.entity));

  *listsIn(view: SentenceView, at: number): Generator<Found> {
    const here = hasPhrase(this.measure.cues, view.tokens);
    if (!here && !this.isAbout(at)) return;
    for (const verb of findPatterns(this.measure.listAfter, view.tokens)) {
      const colon = colonBehind(view, verb.to);
      const names = this.listAt(view, colon ?? verb.to, colon === null ? {} : { commas: true });
      if (names.length && (here || colon !== null)) yield { names, verb };
    }
    for (const verb of findPatterns(this.measure.listBefore, view.tokens)) {
      const colon = colonBehind(view, verb.to, 0);
      if (colon !== null) yield* this.found(this.listAt(view, colon, { commas: true }), verb);
      else if (!this.isPassive(view, verb) && (here || this.isOfPaperAbove(view, verb)))
        yield* this.found([...this.signersBefore(view, verb), ...this.signersWith(view, verb)], verb);
    }
  }

  private *found(names: Referent[], verb: Match): Generator<Found> {
    if (names.length) yield { names, verb };
  }

  /** The sentence before, in the same paragraph, speaks of such a paper. */
  private isAbout(at: number): boolean {
    const before = this.input.views[at - 1];
    if (!before || before.block !== this.input.views[at]!.block) return false;
    return hasPhrase(this.measure.cues, before.tokens) && !hasPhrase(this.measure.antiCues, before.tokens);
  }

  /** "signed it", "have signed.": the paper is that of the sentence before. */
  private isOfPaperAbove(view: SentenceView, verb: Match): boolean {
    const next = view.tokens[verb.to];
    return !next || /[.,;]/.test(gapBefore(view, verb.to)) || this.input.words.raw.sets.it.includes(next.word);
  }

  /** "the declaration signed on Tuesday", "was signed": what is signed stands before it, not who signs. */
  private isPassive(view: SentenceView, verb: Match): boolean {
    const { passive } = this.input.words.participation;
    return (
      hasPhrase(this.measure.cues, view.tokens, verb.from - 1, verb.from) ||
      hasPhrase(passive, view.tokens, verb.from - 1, verb.from)
    );
  }

  private listAt(view: SentenceView, at: number, form: ListForm): Referent[] {
    const words = { subject: this.listWords, beforeList: this.input.words.beforeList };
    return listStartingNear(view, at, LIST_REACH, words, this.wanted, form);
  }

  private signersBefore(view: SentenceView, verb: Match): Referent[] {
    const byNationality = this.nationalsBefore(view, verb);
    if (byNationality.length > 1) return byNationality;
    const last = referentAt(view, verb.from - 1);
    const words = last && this.wanted(last) ? this.listWords : this.input.words.subject;
    return findSubject(view, verb.from, words, this.wanted)?.names ?? [];
  }

  /** "the French, British and Polish leaders signed". */
  private nationalsBefore(view: SentenceView, verb: Match): Referent[] {
    for (let k = verb.from - 1; k >= 0 && verb.from - k <= VERB_REACH; k--) {
      const last = referentAt(view, k);
      if (!last) continue;
      if (last.kind !== 'country' || !last.attributive) return [];
      const { subject, beforeList } = this.input.words;
      const isTitle = (word: string) => subject.agents.has(word) || beforeList.has(word);
      const acts = view.tokens.slice(last.to, verb.from).some(({ word }) => isTitle(word));
      const isNation = (r: Referent) => r.kind === 'country' && r.attributive;
      return acts ? listEndingWith(view, last, this.listWords, isNation, { adjectives: true }).names : [];
    }
    return [];
  }

  /** "signed together with Merz and Tusk". */
  private signersWith(view: SentenceView, verb: Match): Referent[] {
    const within = view.tokens.slice(0, verb.to + TOGETHER_REACH);
    const link = findPatterns(this.input.words.together, within).find(({ from }) => from >= verb.to);
    return link ? this.listAt(view, link.to, {}) : [];
  }
}

/** The token behind the first colon within reach; null where there is none. */
function colonBehind(view: SentenceView, at: number, reach = COLON_REACH): number | null {
  for (let k = at; k < view.tokens.length && k <= at + reach; k++) if (/:/.test(gapBefore(view, k))) return k;
  return null;
}

function isOnly(view: SentenceView, span: Match, input: ReaderInput): boolean {
  const near = view.tokens.slice(Math.max(0, span.from - ONLY_REACH), span.to + 1);
  return near.some((token) => input.words.raw.sets.only.includes(token.word));
}
