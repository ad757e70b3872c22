/** What a language tells the statement readers. Patterns are written as in patterns.ts. */

export interface StatementWords {
  /** "Polish" is one, "Poland" is none. */
  isDemonym(name: string): boolean;
  /** "not", "never": a word before or in a value that turns it. */
  negators: readonly string[];
  /** "no", "not a single": before a noun. */
  denyingOwners: readonly string[];
  /** "if", "whether": what follows is not said to be so. */
  unreal: readonly string[];
  /** "denied that", "wants": what follows is not said to be so by whoever reports it. */
  unsaid: readonly string[];
  /** "Had", "were": a clause that opens with one is a condition. */
  /** Of `unsaid`: with what follows up to a comma they open a sentence that itself is said. */
  openers: readonly string[];
  inverted: readonly string[];
  /** "previously": says how things stood before. */
  past: readonly string[];
  once: readonly string[];
  /** "had", where it stands just before the predicate. */
  pluperfect: readonly string[];
  expected: readonly string[];
  proposed: readonly string[];
  draft: readonly string[];
  /** A name behind one of these is no subject. */
  prepositions: readonly string[];
  /** A name behind one of these is spoken to. */
  telling: readonly string[];
  /** Somebody else who acts: the subject further back is not meant. */
  others: readonly string[];
  /** Nouns through which a country acts: "government", "soldiers". */
  agents: readonly string[];
  /** "he", "it": stand for a subject further back. */
  pronouns: readonly string[];
  /** "to", before a verb. */
  infinitive: readonly string[];
  /** "he": stand for a person. */
  personalPronouns: readonly string[];
  /** With an article at the head of a sentence: whoever was named before and holds it ("prime minister"). */
  offices: readonly string[];
  /** Short or other names of offices, as entities' titles write them. */
  officeTitles: Readonly<Record<string, string>>;
  /** "capital": behind a country's adjective it is the place that its government sits in. */
  capital: readonly string[];
  /** "him": the person another acts on. */
  objectPronouns: readonly string[];
  /** "denied that", "contrary to": what follows is said not to be so. Narrower than `unsaid`. */
  denials: readonly string[];
  /** "but": after a denial, says what is so. */
  contrasts: readonly string[];
  /** "the": before a capital it makes the capital say what the next noun is ("the Paris talks"). */
  articles: readonly string[];
  /** "its": the owner stands further back. */
  possessives: readonly string[];
  /** "who": stands for the name just before it. */
  relatives: readonly string[];
  /** What stands between a subject and its verb: "had", "will", "also". */
  auxiliaries: readonly string[];
  /** Between the members of a list: "and", "as well as". */
  joiners: readonly string[];
  neither: readonly string[];
  /** Words that a pattern's gap does not run over. */
  stops: readonly string[];
  /** Days and months: behind one begins a subject, "On Thursday Germany ruled …". */
  calendar: readonly string[];
  /** Other words with a capital that are no names: titles. */
  capitals: readonly string[];
  participation: ParticipationWords;
  sets: SetWords;
}

export interface ParticipationWords {
  /** What somebody who takes part does: "joined", "dialled in". */
  join: readonly string[];
  /** As above, where it must have a group or the meeting for its object: "spoke". */
  converse: readonly string[];
  /** What those who meet do to somebody: "briefed", "rang". */
  reach: readonly string[];
  /** "spoke to", "were joined by": the one behind it took part. */
  reachTo: readonly string[];
  /** Those who meet: "leaders", "everyone". */
  group: readonly string[];
  /** The meeting: "summit", "talks". */
  meeting: readonly string[];
  /** "travelled to": in person where a place of the meeting or the meeting follows. */
  travel: readonly string[];
  /** "flew in": in person, wherever from. */
  arrive: readonly string[];
  /** What is done with a meeting: "was held online". */
  held: readonly string[];
  /** What is done from afar: "joined", "followed". */
  afar: readonly string[];
  /** Of those who did not travel: "stayed in Brussels and spoke by video". */
  stay: readonly string[];
  /** "from": from afar where another place than the meeting's follows. */
  from: readonly string[];
  /** "sat": the name may stand behind it. */
  sit: readonly string[];
  /** "at": behind a way it begins the meeting where it was ("spoke by video at the summit"). */
  during: readonly string[];
  /** "with": those on the other side follow. */
  toward: readonly string[];
  /** "between": both sides follow. */
  between: readonly string[];
  /** At the end of what was meant to be: "but did not". */
  undone: readonly string[];
  /** Another conversation: "later", "separately". */
  apart: readonly string[];
  /** Who is told something then was not at the meeting: "afterwards". */
  later: readonly string[];
  /** Right before a way: it is some of a number's ("thirty leaders, many of them by video"), nobody's by name. */
  ofMany: readonly string[];
  /** "filled", "dialled": the words of a way that begin with one are what its subject does. */
  itself: readonly string[];
  /** "was", "been": before a verb that is done to the subject. */
  passive: readonly string[];
  /** "face", "voice": what of somebody is seen or heard from afar. */
  bodies: readonly string[];
  /** "a call with". */
  withWhom: readonly string[];
  /** "the day before", "ahead of": a call at another time than the meeting. */
  beforehand: readonly string[];
}

export interface SetWords {
  /** "the leaders of": may stand before a list. */
  before: readonly string[];
  /** "the leaders of". */
  of: readonly string[];
  /** "only", "alone": nobody else is in the set. */
  only: readonly string[];
  /** "it": stands for the paper of the sentence before. */
  it: readonly string[];
  /** "together with": more members follow. */
  together: readonly string[];
}
