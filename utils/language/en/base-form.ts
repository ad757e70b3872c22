/** English words without their endings, so that "troop" finds "troops" and "pledge" finds "pledged". */

/** Shorter words keep what they end in: "his", "bed", "ring". */
const LEAST_STEM = 3;
/** Words in -ss and -us are no plurals. */
const NO_PLURAL = /(?:ss|us|is)$/;

/**
 * The word that inflected forms share, for comparing two words, never for showing: "countries" and "country" give "countri",
 * "pledge", "pledges", "pledged" and "pledging" give "pledg". Takes folded words in lower case; others come back as they are.
 */
export function englishBaseForm(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return withoutVowel(withoutEnding(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || NO_PLURAL.test(word) || word.length <= LEAST_STEM) return word;
  if (word.endsWith('ies') && word.length > LEAST_STEM + 2) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|z|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  for (const ending of ['ing', 'ed']) {
    const stem = word.slice(0, -ending.length);
    // A stem has a vowel: "bring" has none before its "ing".
    if (!word.endsWith(ending) || stem.length <= LEAST_STEM || !/[aeiouy]/.test(stem)) continue;
    return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  }
  return word;
}

/** "pledge" and "pledg(ed)", "country" and "countri(es)" meet. */
const withoutVowel = (word: string): string => {
  if (word.endsWith('e') && word.length > LEAST_STEM + 1) return word.slice(0, -1);
  return word.endsWith('y') && word.length > LEAST_STEM ? `${word.slice(0, -1)}i` : word;
};
