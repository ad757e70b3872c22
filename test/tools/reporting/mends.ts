/**
 * What needs a person's judgement on the way in, by record. Each says why; the numbers are those of the second reader's list
 * (review.md of the data), "editor" is what reading all documents against each other brought up.
 */
import type { Mend } from './apply-mends.ts';

/** A stage of its own is compared with its like only: a report without its date must not meet the numbers of another time. */
const EARLIER = { asOf: null, scope: { stage: 'earlier' } };
const EARLIER_WHY = 'review 3: an earlier proposal, not of the day of the report; the report gives no date';
const SINCE_2022 = { scope: { period: 'since-2022' } };
const NO_TROOPS = 'editor: no soldiers are offered, so it is no answer to the question of troops';
const FINANCIAL_ONLY = 'editor: financial aid alone is not the same sum as financial and military aid';
const PREVIEW = 'review 2: printed on the day of the event, before it began';

export const MENDS: readonly Mend[] = [
  // Dates (review 3)
  {
    record: 'liga-2026-01-07-times-15000',
    list: 'figures',
    where: { measure: 'force-size-total', value: 64000 },
    set: EARLIER,
    why: EARLIER_WHY,
  },
  {
    record: 'liga-2026-01-07-times-15000',
    list: 'figures',
    where: { measure: 'troops-offered', value: 10000 },
    set: EARLIER,
    why: EARLIER_WHY,
  },
  {
    record: 'eurradio-2025-09-04-26-nations',
    list: 'figures',
    where: { measure: 'guarantee-giving-countries', value: 11 },
    set: { ...EARLIER, wording: 'an earlier stage; the report gives no date' },
    why: 'review 3: the first eleven belong to an earlier stage and do not contradict the 26',
  },
  // Events, countries (review 5)
  {
    record: 'novinite-2025-09-08-no-bulgarian-troops',
    list: 'figures',
    where: { measure: 'guarantee-giving-countries' },
    set: { scope: { event: '2025-09-04-paris' } },
    why: 'review 5: the 26 of the Paris meeting, repeated four days later',
  },
  {
    record: 'jiji-2025-10-25-takaichi-online',
    list: 'facts',
    where: { measure: 'pledge' },
    set: { scope: { country: 'japan' }, wording: 'sanctions and support to continue' },
    why: 'review 5: the note names the country',
  },
  {
    record: 'babel-2025-08-20-ten-countries',
    list: 'figures',
    where: { measure: 'troops-offered' },
    set: { scope: { part: 'france-united-kingdom' }, wording: 'British and French soldiers, away from the front' },
    why: 'review 5: the share of two countries; smaller than any count of the whole force',
  },
  // Bounds
  {
    record: 'anews-2025-09-05-thousands',
    list: 'figures',
    where: { measure: 'force-size-total', value: 10000 },
    set: { bound: 'exactly' },
    why: 'review, first paragraph: printed as “10,000 soldiers”, without “about”',
  },
  // What was counted
  ...['abc-au-2025-03-14-albanese-call', 'baltictimes-2025-09-04-silina'].map(
    (record): Mend => ({
      record,
      list: 'figures',
      where: { measure: 'coalition-members' },
      set: { scope: { group: 'taking-part-in-the-talks' } },
      why: 'editor: by the note these are the countries in the talks, not the members',
    }),
  ),
  // What had not happened yet (review 2)
  {
    record: 'pravda-2025-03-16-uk-10000',
    list: 'figures',
    where: { measure: 'troops-offered' },
    set: { modality: 'proposed', wording: 'a possibility, not an offer' },
    why: 'review 2: “may send”',
  },
  {
    record: 'anews-2025-03-15-virtual-meeting',
    list: 'facts',
    where: { measure: 'meeting-format' },
    set: { modality: 'expected' },
    why: PREVIEW,
  },
  {
    record: 'ap-wsb-2025-03-27-what-coalition-offers',
    list: 'facts',
    where: { measure: 'us-participation' },
    set: { modality: 'expected' },
    why: PREVIEW,
  },
  {
    record: 'mandiner-2025-10-24-london',
    list: 'facts',
    where: { measure: 'meeting-format' },
    set: { modality: 'expected' },
    why: PREVIEW,
  },
  {
    record: 'lemeridien-2025-09-04-reunion',
    list: 'facts',
    where: { measure: 'trump-participation-mode' },
    set: { modality: 'expected' },
    why: 'review 2: the call was announced, not over',
  },
  {
    record: 'asianlite-2025-08-16-sunday-call',
    list: 'facts',
    where: { measure: 'co-chairs' },
    set: { modality: 'reported' },
    why: 'README, real disagreements: who leads the coalition is said as a fact, not as an expectation of the call',
  },
  // Sums that are not of the same thing
  {
    record: 'thenightly-2025-02-18-luxon-open',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: SINCE_2022,
    why: 'editor: the note gives the period',
  },
  {
    record: 'rbc-2025-02-21-danes-support-troops',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: SINCE_2022,
    why: 'editor: the note gives the period',
  },
  {
    record: 'wion-2025-02-eu-23bn-fuel',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: { scope: { item: 'financial' } },
    why: FINANCIAL_ONLY,
  },
  {
    record: 'espreso-2025-02-24-eu-oil-gas-vs-aid',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: { scope: { item: 'financial' } },
    why: FINANCIAL_ONLY,
  },
  {
    record: 'united24-2025-02-24-eu-fuel-vs-aid',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: { scope: { item: 'financial' } },
    why: FINANCIAL_ONLY,
  },
  {
    record: 'tbiafrica-2025-05-23-eu-46bn',
    list: 'figures',
    where: { measure: 'aid-pledged' },
    set: { scope: { item: 'financial-and-military' } },
    why: FINANCIAL_ONLY,
  },
  // Ways of taking part
  {
    record: 'devdiscourse-2025-07-10-paris-hq',
    list: 'facts',
    where: { measure: 'starmer-participation-mode' },
    set: { scope: { 'seen-from': 'rome' }, wording: 'as seen from Rome; he was in the room at Northwood' },
    why: 'editor: a meeting in two places; by video from the one is in person at the other',
  },
  // Stances (review 10)
  ...['united-kingdom', 'france'].map(
    (country): Mend => ({
      record: 'euromaidanpress-2025-02-27-turkey-peacekeeping',
      list: 'stances',
      where: { country },
      set: { stance: 'ready-to-deploy' },
      why: 'review 10: a condition (an American backstop) belongs to the readiness; it is kept in the detail',
    }),
  ),
  {
    record: 'trtworld-2026-01-07-parliament-vote',
    list: 'stances',
    where: { country: 'united-kingdom' },
    set: { stance: 'will-deploy' },
    why: 'review 10: conditions belong to the will that was signed the day before; they are kept in the detail',
  },
  {
    record: 'unn-2026-01-07-belgium-air-fleet',
    list: 'stances',
    where: { country: 'belgium' },
    set: { mission: 'other' },
    why: `${NO_TROOPS} (README, doubts)`,
  },
  {
    record: 'forua-2026-01-07-shvetsiya',
    list: 'stances',
    where: { country: 'sweden' },
    set: { mission: 'other' },
    why: NO_TROOPS,
  },
  {
    record: 'reuters-daily8-2025-05-10-turkey-observe',
    list: 'stances',
    where: { country: 'turkey' },
    set: { mission: 'other' },
    why: `${NO_TROOPS}: observing a ceasefire`,
  },
  {
    record: 'anews-2025-03-10-denmark-ready',
    list: 'stances',
    where: { country: 'denmark' },
    set: { stance: 'open' },
    why: 'review 10: one speaker, one day; “in principle”, and nothing decided',
  },
  // Whose finding a report repeats (review 11), where its words alone do not show it
  {
    record: 'btv-2025-09-05-hilyadi-voynitsi',
    list: 'figures',
    where: {},
    set: { origin: 'Reuters' },
    why: 'review 11: printed after Reuters, by the collectors’ summary',
  },
  {
    record: 'unn-2025-08-27-germany-debate',
    list: 'stances',
    where: {},
    set: { origin: 'The New York Times' },
    why: 'review 11: by the collectors’ summary',
  },
  {
    record: 'unn-2025-08-19-met-after-washington',
    list: 'facts',
    where: {},
    set: { origin: 'BFMTV' },
    why: 'review 11: by the collectors’ summary',
  },
  {
    record: 'unn-2025-11-18-spain-1bn-purl',
    list: 'figures',
    where: {},
    set: { origin: 'El País' },
    why: 'review 11: by the collectors’ summary',
  },
  // What the 26 gave, in the words of each report (README, real disagreements)
  {
    record: 'ap-pgc-2025-09-04-26-pledge',
    list: 'figures',
    where: { measure: 'troop-pledging-countries' },
    set: { wording: 'troops, or a presence' },
    why: 'README: what was counted differs from report to report',
  },
  {
    record: 'capitalfm-2025-09-05-26-countries',
    list: 'figures',
    where: { measure: 'troop-pledging-countries' },
    set: { wording: 'troops, or a presence' },
    why: 'README: what was counted differs from report to report',
  },
  {
    record: 'trt-fr-2025-09-04-vingt-six',
    list: 'figures',
    where: { measure: 'troop-pledging-countries' },
    set: { wording: 'troops, or presence on land, at sea or in the air' },
    why: 'one description, one wording',
  },
  {
    record: 'vedomosti-2025-09-06-makron',
    list: 'figures',
    where: { measure: 'troop-pledging-countries' },
    set: { wording: 'said to be ready to send troops' },
    why: 'README: what was counted differs from report to report',
  },
  ...['sbs-2025-09-05-26-guarantees', 'btv-2025-09-05-hilyadi-voynitsi'].map(
    (record): Mend => ({
      record,
      list: 'figures',
      where: { measure: 'guarantee-giving-countries' },
      set: { wording: 'guarantees, of which troops are one part' },
      why: 'README: what was counted differs from report to report',
    }),
  ),
  {
    record: 'eurradio-2025-09-04-26-nations',
    list: 'figures',
    where: { measure: 'guarantee-giving-countries', value: 26 },
    set: { wording: 'guarantees, of which troops are one part' },
    why: 'README: what was counted differs from report to report',
  },
];
