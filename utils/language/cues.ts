/**
 * Cue phrases of a pack, compiled once and found in token streams in linear time.
 *
 * A cue is words in lower case: "pledged", "ready to". `commit*` matches every word that starts so; `@pledge` stands for
 * every phrase of that class of the pack's vocabulary, "or @remote" for every one behind "or". Several packs may bring classes of the same name; each pack's cues
 * are compiled with its own vocabulary.
 */
import { foldWord, type Token } from './tokens.ts';

export type Vocabulary = Record<string, string[]>;

interface Phrase {
  words: { text: string; prefix: boolean }[];
  /** Ids of the sets that hold the phrase. */
  sets: number[];
}

/** Tokens `from` to `to` (exclusive) hold a cue. */
export interface CueHit {
  from: number;
  to: number;
}

/** Prefix cues are filed under this many letters, so that a look-up stays two map reads. */
const PREFIX_LETTERS = 3;

/** Expands `@class` references, alone or among other words ("or @remote"); an unknown class is an error that names it. */
export function expandCues(cues: readonly string[], vocabulary: Vocabulary): string[] {
  return cues.flatMap((cue) => {
    const name = /@([a-z-]*)/.exec(cue);
    if (!name) return [cue];
    const phrases = vocabulary[name[1]!];
    if (!phrases) throw new Error(`The vocabulary has no class "${name[0]}"`);
    return expandCues(phrases, vocabulary).map((phrase) => cue.replace(name[0], phrase));
  });
}

const sameWord = (token: string, word: { text: string; prefix: boolean }) =>
  word.prefix ? token.startsWith(word.text) : token === word.text || token === `${word.text}'s`;

/** Many sets of cues, all found in one pass over a text. */
export class CueBook {
  #byKey = new Map<string, Phrase[]>();
  #phrases = new Map<string, Phrase>();
  #size = 0;

  /** Adds a set and returns its id. Throws where a prefix is shorter than three letters or a class is unknown. */
  add(cues: readonly string[], vocabulary: Vocabulary = {}): number {
    const id = this.#size++;
    for (const cue of new Set(expandCues(cues, vocabulary))) {
      const words = cue
        .split(/[\s-]+/)
        .filter(Boolean)
        .map((word) => ({ text: foldWord(word.replace(/\*$/, '')), prefix: word.endsWith('*') }));
      const first = words[0];
      if (!first) continue;
      if (first.prefix && first.text.length < PREFIX_LETTERS)
        throw new Error(`The cue "${cue}" is too short for a prefix`);
      const name = words.map((word) => `${word.text}${word.prefix ? '*' : ''}`).join(' ');
      const known = this.#phrases.get(name);
      if (known) {
        known.sets.push(id);
        continue;
      }
      const phrase = { words, sets: [id] };
      this.#phrases.set(name, phrase);
      const key = first.prefix ? `${first.text.slice(0, PREFIX_LETTERS)}*` : first.text;
      const list = this.#byKey.get(key);
      if (list) list.push(phrase);
      else this.#byKey.set(key, [phrase]);
    }
    return id;
  }

  /** For each set that occurs, its hits in order; at each place the longest phrase of the set. */
  find(tokens: readonly Token[]): Map<number, CueHit[]> {
    const found = new Map<number, CueHit[]>();
    for (let i = 0; i < tokens.length; i++) {
      const word = tokens[i]!.word;
      const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
      const keys = bare === word ? [word] : [word, bare];
      keys.push(`${word.slice(0, PREFIX_LETTERS)}*`);
      for (const key of keys)
        for (const phrase of this.#byKey.get(key) ?? []) {
          const to = i + phrase.words.length;
          if (to > tokens.length || !phrase.words.every((w, k) => sameWord(tokens[i + k]!.word, w))) continue;
          for (const set of phrase.sets) {
            const hits = found.get(set);
            if (!hits) found.set(set, [{ from: i, to }]);
            else if (hits.at(-1)!.from === i) hits.at(-1)!.to = Math.max(hits.at(-1)!.to, to);
            else hits.push({ from: i, to });
          }
        }
    }
    return found;
  }
}
