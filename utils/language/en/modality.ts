/** English words for plans, expectations and denials. */
import type { ModalityWords } from '../modality.ts';

const BE = "(?:is|are|was|were|be|been|being|['’]s|['’]re)";
const MEETING = '(?:summit|meeting|talks|call|conference|gathering|session|online|remotely|in person|by video)';
/** To attend a meeting; to join may also be to join a force, so it needs the meeting's word. */
const ATTEND = `(?:attend|meet|gather|convene|dial in|be represented|be (?:at|around|round) the table|take (?:their|its|a) (?:seats?|places?)|sit down|assemble|converge|(?:join|take part|participate|be present|come|travel)(?= [^.;]{0,40}\\b${MEETING}\\b))`;

export const englishModality: ModalityWords = {
  draft:
    /\b(?:drafts?|drafted|draft (?:text|statement|declaration|document|plan)|leaked (?:plan|paper|document|text))\b/iu,
  proposed:
    /\b(?:floated|proposed|proposals?|proposes|suggested|mooted|mulled|considered|considering|discussed|pencilled in|penciled in|envisaged|envisioned|envisages|hypothetical|under discussion|under consideration|contemplated|option of|idea of|estimates? that|needed to|would be needed|original plan|initial plan|earlier plan|a plan for|plans for|ambition of|target of)\b/iu,
  modal: /\b(?:would|could|might|should)\b|(?<!\b(?:in|since|until|by|late|early|last|next|this) )\bmay\b/u,
  modalAfter: /^[\s"”’]*(?:[\p{L}-]+ ){0,4}?(?:may|might|could|should)\b/u,
  hoped:
    /\b(?:(?:hop(?:es?|ed|ing)|wish(?:es|ed|ing)?) for|dream(?:s|ed|t|ing)? of|(?:count|bank|bet)(?:s|ed|ing)? on|reckon(?:s|ed|ing)? with) (?:(?:up to|some|about|around|more than|over|at least|nearly) )?$/iu,
  expected: new RegExp(
    `\\b(?:${BE} (?:also |now |widely )?(?:expected|due|set|scheduled|slated|poised|invited|anticipated)(?: to\\b|\\s*$|[.,;]| in\\b| at\\b| on\\b| for\\b| from\\b| today\\b)|expected to|expects? (?:up to |some |about |around |more than |over |at least |nearly )?$|awaits?|awaited|will (?:also )?${ATTEND}|will be attended|announced beforehand|ahead of (?:the|a)|are to ${ATTEND})`,
    'iu',
  ),
  asideEnd:
    /^[\s"”’)]*[,–—)]\s*(?:will|would|is|are|was|were|has|have|had|may|might|could|should|can|met|meets?|agreed)\b/u,
  negator:
    /\b(?:not|never|no|neither|nor|none|nobody|without|cannot|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|fail(?:s|ed)? to|far from|instead of|rather than|no longer|stay(?:s|ed)? out)\b|n['’]t\b/iu,
  notNegator:
    /\b(?:not only|no fewer|no less|no more|not (?:more|less|fewer) than|no doubt|nothing (?:but|less)|not just|not least|whether or not|did not (?:rule out|exclude)|not (?:ruled|ruling) out|has not (?:ruled|excluded))\b[^,;]*$/iu,
  negatorAfter:
    /^[\s"”’]*(?:[\p{L}-]+ ){0,3}?(?:have|has|had|did|do|does|will|would|is|are|was|were|could|can|should)(?:n['’]t| not| never| no longer)\b/iu,
  denial:
    /\b(?:den(?:y|ies|ied|ying)|denial|dismiss(?:es|ed|ing)?(?: as| reports| claims| the)|reject(?:s|ed) (?:claims|reports|suggestions|the (?:claim|report|suggestion))|untrue|not true|no truth|fake news|refut(?:e|es|ed)|contradict(?:s|ed)|there (?:is|are|was|were) no)\b/iu,
  conditional:
    /\b(?:if|unless|provided that|(?<=, )provided(?! \d)|providing that|on condition(?: that)?|only (?:if|after|when)|as long as|so long as|were (?:it|he|she|they|\p{Lu}\p{L}+) to|should (?:it|he|she|they|\p{Lu}\p{L}+) (?!be\b)\p{L}+|subject to|depend(?:s|ing|ed)? on|contingent (?:up)?on)\b/u,
  asks: /\b(?:whether|asked (?:if|how|about)|asks (?:if|whether|how))\b(?=[^,;]*$)/iu,
};
