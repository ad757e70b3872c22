/** English words for the sentence splitter. */
import type { SentenceWords } from '../sentences.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const englishSentences: SentenceWords = {
  abbreviations: set(`
    mr mrs ms mx dr prof rev fr hon gen lt col maj capt cmdr cpl sgt adm brig gov sen rep pres amb supt insp messrs mme mlle
    st mt ft vs v cf e.g i.e viz approx est dept univ assn vol fig ed eds op al`),
  beforeNumber: set(`
    no nos nr art arts sec sect para ch p pp vol jan feb mar apr jun jul aug sep sept oct nov dec rs ca c approx
    mon tue tues wed thu thur thurs fri sat sun`),
  openers: set(`
    the a an this that these those he she it they we you i his her its their our my there here in on at by for from with without
    to of as if when while after before since until although though but and or so yet however meanwhile still then now
    what who why how where which whether no not one some many most several both each all another other such`),
  joints: set('while whereas but although though whilst'),
  intensifiers: set('even and'),
  jointsAfterComma: set(`
    who whom whose which where when as because since unless if so yet after before until once despite with without
    including compared rather not even though than nor`),
  additions: set('and or'),
  subjects: set('he she they it we i you there this that these those others'),
  verbs: set(`
    is are was were be been has have had will would can could may might must shall should do does did
    says said adds added told tells wants wanted expects expected plans planned pledged promised agreed offered announced
    declared remains remain remained signed joined sent sends needs need counts counted makes made called calls died`),
};
