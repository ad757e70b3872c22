/** What a language must tell about meetings. All words lower case and folded; patterns are global unless said otherwise. */
export interface EventWords {
  /** A noun for a meeting, singular: "summit", "video call". */
  noun: RegExp;
  /** People meet: "gathered", "dialled in". */
  verb: RegExp;
  /** Directly before the noun, these make it another meeting than the one at hand: "earlier", "previous", "next". */
  elsewhen: ReadonlySet<string>;
  /** Capitalised or not, these before the noun tell nothing of which meeting it is: "european", "emergency". */
  neutral: ReadonlySet<string>;
  /** Compounds that tell as little: "French-led", "Franco-British"; not global. */
  neutralCompound: RegExp;
  /** Where the words before the noun end: articles, prepositions, conjunctions. */
  boundary: ReadonlySet<string>;
  /** Kinds of people or bodies that meet; a meeting of such is only an event with a cue that holds the word. */
  kinds: RegExp;
  /** After the meeting's word: where it is ("in Paris"); group `place`. */
  placeAfter: RegExp;
  /** At the start of a clause: the place that everything in it is set in ("In Beijing, …"); group `place`, not global. */
  placeFirst: RegExp;
  /** At the start of a clause: it happened on the date that the clause before ends with ("… from September, when 26 …"); not global. */
  whenFirst: RegExp;
  /** After the meeting's word: with whom; group `partner`, not global. */
  partner: RegExp;
  /** After the meeting's word: whose ("of EU ministers"); group `body`, not global. */
  body: RegExp;
  /** What follows the meeting's word belongs to it up to here; not global. */
  stop: RegExp;
  /** Before a date: somebody spoke on that day; not global, anchored at the end. */
  speech: RegExp;
}
