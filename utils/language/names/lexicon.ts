/** A pack's entities made ready for look-up: every spelling under its first word. */
import { foldKey } from '../fold.ts';
import type { AliasRule, EntityRule } from '../pack-rules.ts';
import { addEntry, makeEntry, type PhraseEntry, type PhraseMap, phraseMap } from './phrases.ts';

/** `full`: first name and surname; `surname`: the last alone; `role`: "French president"; `name`: anything not a person. */
export type NameForm = 'full' | 'surname' | 'role' | 'name';

export interface NameUse {
  entity: EntityRule;
  form: NameForm;
  alias: AliasRule;
  /** Upper and lower case must be as in the alias: acronyms. */
  exactCase: boolean;
  /** Any case will do: "coalition of the willing". */
  anyCase: boolean;
  /** Role phrases: the holder's first and last day. */
  from: string | null;
  to: string | null;
}

export type NameEntry = PhraseEntry<NameUse>;
/** `anti` counts only right beside the name, the others anywhere near. */
export type CueKind = 'context' | 'support' | 'rival' | 'anti';

export interface Lexicon {
  entities: ReadonlyMap<string, EntityRule>;
  /** Ids of the entities that anchor a topic. */
  anchors: ReadonlySet<string>;
  names: PhraseMap<NameUse>;
  /** Words that speak for or against a bearer of a name: entity id and what they say. */
  cues: PhraseMap<{ entity: string; kind: CueKind }>;
  /** Entity → its first names, folded. */
  givenNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Surnames of people, folded; and the one-word names of countries and organisations. */
  surnames: ReadonlySet<string>;
  places: ReadonlySet<string>;
}

/** Ids of the kinds whose names are descriptions, written with and without capitals. */
const DESCRIPTIVE = new Set(['coalition', 'force', 'agreement', 'event']);

const isAcronym = (text: string): boolean => /^[^a-z]*$/.test(text) && /[A-Z]{2}/.test(text) && text.length <= 8;
const isMixed = (text: string): boolean => !/\s/.test(text) && /[a-z][A-Z]/.test(text);

function useOf(entity: EntityRule, alias: AliasRule, form: NameForm): NameUse {
  const exactCase = isAcronym(alias.text) || isMixed(alias.text);
  const anyCase = !exactCase && DESCRIPTIVE.has(entity.kind) && /\s/.test(alias.text);
  return { entity, form, alias, exactCase, anyCase, from: null, to: null };
}

/**
 * Which form each spelling of a person has. One word, or what ends a longer spelling and has no shorter one at its own end
 * ("De Wever"), is a surname; "Keir Starmer" inside "Sir Keir Starmer" is not, as "Starmer" ends it.
 */
export function personForms(entity: EntityRule): { alias: AliasRule; form: NameForm }[] {
  const spellings: AliasRule[] = [{ text: entity.name }, ...entity.aliases];
  const keys = spellings.map((alias) => foldKey(alias.text));
  return spellings.map((alias, i) => {
    const single = !/\s/.test(alias.text);
    const ends = keys.some((key) => key.endsWith(` ${keys[i]}`));
    const holds = keys.some((key) => keys[i]!.endsWith(` ${key}`));
    return { alias, form: single || (ends && !holds) ? 'surname' : 'full' };
  });
}

function addPerson(
  entity: EntityRule,
  lexicon: { names: PhraseMap<NameUse>; given: Map<string, Set<string>>; surnames: Set<string> },
) {
  const given = new Set<string>();
  const forms = personForms(entity);
  for (const { alias, form } of forms) {
    const entry = makeEntry(alias.text, useOf(entity, alias, form));
    addEntry(lexicon.names, entry);
    if (!entry) continue;
    if (form === 'surname') lexicon.surnames.add(entry.words.at(-1)!);
    else given.add(entry.words[0]!);
  }
  lexicon.given.set(entity.id, given);
}

/**
 * Makes the lexicon of one or several packs' entities. Entities whose id comes again are taken once, the first.
 * Events have no names to look for here: they are found by date and place.
 */
export function buildLexicon(entities: readonly EntityRule[]): Lexicon {
  const byId = new Map<string, EntityRule>();
  const names: PhraseMap<NameUse> = new Map();
  const given = new Map<string, Set<string>>();
  const surnames = new Set<string>();
  const places = new Set<string>();
  const cues: [string, { entity: string; kind: CueKind }][] = [];
  for (const entity of entities) {
    if (byId.has(entity.id)) continue;
    byId.set(entity.id, entity);
    if (entity.kind === 'event') continue;
    if (entity.kind === 'person') addPerson(entity, { names, given, surnames });
    else {
      for (const alias of [{ text: entity.name }, ...entity.aliases]) {
        const entry = makeEntry(alias.text, useOf(entity, alias, 'name'));
        addEntry(names, entry);
        if (entry?.words.length === 1) places.add(entry.words[0]!);
      }
    }
    for (const role of entity.roles ?? []) {
      for (const text of role.phrases ?? []) {
        const use = useOf(entity, { text }, 'role');
        addEntry(names, makeEntry(text, { ...use, from: role.from ?? null, to: role.to ?? null }));
      }
    }
    const lists: [CueKind, string[] | undefined][] = [
      ['context', entity.contextCues],
      ['support', entity.supportCues],
      ['rival', entity.rivalCues],
      ['anti', entity.antiCues],
    ];
    for (const [kind, list] of lists) for (const cue of list ?? []) cues.push([cue, { entity: entity.id, kind }]);
  }
  const anchors = new Set([...byId.values()].filter((entity) => entity.anchor).map((entity) => entity.id));
  return { entities: byId, anchors, names, cues: phraseMap(cues), givenNames: given, surnames, places };
}
