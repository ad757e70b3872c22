/** English words for meetings. */
import type { EventWords } from '../events/words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NAME = "\\p{Lu}[\\p{L}.’'-]*(?: (?:\\p{Lu}[\\p{L}.’'-]*))*";

export const englishEvents: EventWords = {
  noun: /(?<!\b(?:press|news|phone|telephone|roll|close|wake-up|training|question) )\b(?:summit(?: talks| meeting)?|meeting|talks|gathering|conference(?: call)?|video[- ]?conference|video call|session|council|forum|get-together|call(?! (?:for|on|upon|it|this|to|themselves|him|her|them|the|a)\b))\b(?!-)/giu,
  // "The assembled Europeans" are no meeting of two.
  verb: /(?<!\b(?:the|those|these|all) )\b(?:met|meets?|gathered|gathers?|convened?|convenes|reconvened|reconvenes|assembled|conferred|huddled|diall?ed in|linked up)\b(?! (?:the|their|its|his|her) (?:target|goal|need|demand|requirement|criteria|condition|deadline|commitment|obligation|pledge)s?)/giu,
  elsewhen: set(
    'earlier previous past former prior another next upcoming future separate subsequent later other first initial inaugural original similar',
  ),
  neutral: set(`
    european europe western allied allies international global ukrainian ukraine emergency crisis virtual video online hybrid joint high-level key major
    big crucial leaders leader leaders' leaders’ historic special extraordinary informal closed-door in-person day-long one-day hastily-arranged urgent
    peace security world wartime post-war multinational so-called key top working the this that these today today's tonight's yesterday's meanwhile after
    during following before at ahead since as when if while and but on in morning's afternoon's evening's night's week's conference summit meeting call
    coalition coalition's willing group's group alliance's alliance follow-up latest recent first-ever landmark monday tuesday wednesday thursday friday
    saturday sunday monday's tuesday's wednesday's thursday's friday's saturday's sunday's january february march april may june july august september
    october november december`),
  neutralCompound: /-(?:led|hosted|chaired|brokered|convened|british|french|german|ukrainian|level)$/u,
  boundary: set(`
    the a an this that these those his her its their our my your of in at on after following before during for to from and or by with as when while since
    until ahead into through under over about whose which who where`),
  kinds:
    /\b(?:(?:(?:foreign|defen[cs]e|finance|interior|energy) )?ministers|ministerial|chiefs|generals|advis[eo]rs|ambassadors|parliament|lawmakers|cabinet|committee|bundestag|council|party|board|finance|economic|(?<!\b(?:and|or|of) )government(?! (?:leaders|heads|officials|said|says|announced|told|added|confirmed)))\b/giu,
  placeAfter: new RegExp(
    `\\b(?:in|at) (?:the )?(?<place>${NAME})(?![\\p{L}]| (?:capital|city|parliament|government|president|leader|side|delegation|presence|embassy)\\b)`,
    'gu',
  ),
  placeFirst: new RegExp(`^["“‘(]?(?:In|At) (?:the )?(?<place>${NAME}),? `, 'u'),
  whenFirst: /^\W*(?:when|in which|during which|as)\b/iu,
  partner: new RegExp(
    `^(?: (?:in|at|on) (?:the )?\\p{Lu}\\S*){0,2} (?:with|between) (?:(?:the )?(?:Presidents?|Prime Minister|Chancellor|US|U\\.S\\.|Russian|American|British|French|German|Chinese|Ukrainian)? ?(?:President|Prime Minister|Chancellor|leader|envoy|special envoy)? ?)?(?<partner>${NAME})`,
    'u',
  ),
  body: new RegExp(`^ (?:of|by|among) (?:the |its |their |some |\\d+ )?(?:so-called )?["“‘]?(?<body>${NAME})`, 'u'),
  stop: /[,;:.!?](?=\s|$)|\s[–—-]\s|\b(?:that|which|who|whom|to|and|but|or|said|says|as|because|if|when|while|would|will|has|have|had|were|was|is|are)\b/iu,
  speech:
    /\b(?:said|says|told [\p{L} ]{1,30}|announced|warned|added|stated|declared|tweeted|wrote|posted|reported|tells|spoke|speaking)(?: (?:on|late|early|late on|early on|that))?\s+$/iu,
};
