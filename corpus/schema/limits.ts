/** Limits that code without schemas keeps to. */

/** At most eight words as the source prints them: a number with its few words is a fact, a sentence is not ours to keep. */
export const SURFACE_WORDS = 8;
