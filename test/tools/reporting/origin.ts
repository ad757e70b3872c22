/** Where a number comes from, if not from the report itself: the paper it cites, else the agency whose text it prints. Pure. */

/** Papers, broadcasters, institutes whose own finding a report repeats. */
const CITED = [
  'Bloomberg',
  'The Times',
  'The Washington Post',
  'Financial Times',
  'CREA',
  'Kiel Institute',
  'Radio Liberty',
  'Suspilne',
  'NRK',
  'Voxmeter',
];
/** Agencies and papers whose text another site prints, as the outlet's name says in brackets. */
const PRINTED = [
  'AAP',
  'AFP',
  'Anadolu',
  'ANP',
  'ANSA',
  'AP',
  'askanews',
  'BBC',
  'Canadian Press',
  'Euronews',
  'Foreign Policy',
  'Jiji Press',
  'Keystone-ATS',
  'LETA',
  'PA',
  'Parlamentní listy',
  'PTI',
  'Reuters',
  'RNZ',
  'Scripps News',
  'Sky News',
  'Sur in English',
  'TASR',
  'The Independent',
];

/** "The Times sources" and "CREA, as reported" are The Times and CREA. */
const cited = (saidBy: string | null) =>
  CITED.find((name) => saidBy !== null && (saidBy === name || new RegExp(`^${name}\\b[, ]`).test(saidBy)));

/** "AP (via WOKV)" and "Stern (AFP)" print an agency's text; "RNZ" itself does not. */
function printed(outlet: string): string | undefined {
  const via = /^(?<name>.+?) \(via .+\)$/.exec(outlet)?.groups?.name;
  const inside = /\((?<name>[^()]+?)(?: text)?\)$/.exec(outlet)?.groups?.name;
  return PRINTED.find((name) => name === via || name === inside);
}

/** "Charter97 (mirror)" is Charter97 at another address. */
const COPY = /^(?<name>.+) \((?:cache mirror|mirror|CDN copy)\)$/;

/** Whose text a whole report is, where that is not the outlet's own. */
export const printedOrigin = (outlet: string): string | undefined => printed(outlet) ?? COPY.exec(outlet)?.groups?.name;

/** Undefined where the report is its own origin. */
export const originOf = (saidBy: string | null, outlet: string): string | undefined => cited(saidBy) ?? printed(outlet);
