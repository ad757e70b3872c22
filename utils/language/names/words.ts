/** What the name finder must know of a language. Words are folded and in lower case. */
export interface NameWords {
  /** Written small in headlines: "of", "and". */
  smallWords: ReadonlySet<string>;
  /** Stand before a name without being part of it: "president", "mr". */
  titles: ReadonlySet<string>;
  /** Title → the words that a person's role must hold for the title to be theirs: "pm" → "prime minister". */
  titleRoles: ReadonlyMap<string, string>;
  /** Say nothing of a person but that there is one: "Mr". */
  courtesies: ReadonlySet<string>;
  /** Titles that none of a pack's office-holders bear: "detective", "professor". */
  strangerTitles: ReadonlySet<string>;
  /** May stand capitalised before or behind a name without belonging to it: sentence openers, days, months, places. */
  notNames: ReadonlySet<string>;
  /** Capitalised words that may follow a surname: "Trump Administration". */
  followers: ReadonlySet<string>;
  /** Make another name of the one behind them: "da Costa", "La Costa". */
  particles: ReadonlySet<string>;
  /** Before a hyphen: "anti-Trump", "pro-Putin". */
  prefixes: ReadonlySet<string>;
  /** Behind a full name, another person: "Jr". */
  generations: ReadonlySet<string>;
  /** Behind a full name, what is called after a person: "Foundation". */
  institutions: ReadonlySet<string>;
  /** Common first names, to know a person in a headline whose words are all capitalised. */
  givenNames: ReadonlySet<string>;
  /** Endings of capitalised words that open a sentence and are no first names: "Speaking", "Asked". */
  openerEnding: RegExp;
  /** Phrases right before a full name that deny it: "not that". */
  denialsBefore: readonly string[];
  /** Phrases behind a full name, in its sentence, that deny it: "no relation". */
  denialsAfter: readonly string[];
  /** Callings of people who only share the name: "actor", "chemist". */
  callings: ReadonlySet<string>;
  /** Open an apposition: "a", "the". */
  articles: ReadonlySet<string>;
  /** Before a place name: a place, not a government. "in Paris". */
  locatives: ReadonlySet<string>;
  /** What a government does: "said", "wants". */
  actorVerbs: ReadonlySet<string>;
  /** Behind a name that is made of common words they may carry it on: "the coalition of the willing to compromise". */
  carriers: ReadonlySet<string>;
  /** The definite article before a role phrase. */
  definite: ReadonlySet<string>;
  /** Between governments: "Paris and London". */
  conjunctions: ReadonlySet<string>;
}
