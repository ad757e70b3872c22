/** Where the outlets of the reporting data are, by ISO 3166. A site that prints another's text is where the writer is. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  AL: 'BalkanWeb',
  AU: 'ABC News (Australia); Azzet; SBS News; The Nightly (AAP); The West Australian (AAP)',
  AZ: 'Caliber.Az',
  BE: 'Belga News Agency; The Brussels Times; EU Perspectives',
  BG: 'Novinite; bTV Novinite',
  BY: 'Charter97; Charter97 (mirror)',
  CA: 'CityNews Toronto (Canadian Press); Prime Minister’s Office, Canada (via CNW)',
  CH: 'Keystone-ATS (via tvsvizzera.it)',
  CZ: 'Brno Daily; Čerstvé zprávy (Parlamentní listy)',
  DE: 'Stern (AFP); Stuttgarter Nachrichten',
  EG: 'Dar Al Hilal',
  ES: 'Mundo America (El Mundo); Sur in English (via Europe Says)',
  FR: 'AFP (via The Korea Herald); EurRadio; Euronews (via Newsbeep); Euronews (via Youboox); GZH (AFP); Le Méridien; St Vincent Times (AFP); TRT Français (AFP); This is Beirut (AFP); Élysée',
  GB: 'Asian Lite; Capital FM Kenya (BBC text); LBC; Nation.Cymru (PA); PA (via inkl); Roscommon Herald (PA); Sky News (via Newsio); The Independent (via inkl); UK and French defence ministries (via WiredGov); upday UK; Reuters (via Baird Maritime); Reuters (via Daily8); Reuters (via SoCast station site)',
  GR: 'Greek City Times; It’s Greece to Me',
  HU: 'Daily News Hungary (Italian edition); Mandiner; Remix News',
  IE: 'The Irish Times (CDN copy); The Journal',
  IN: 'ABP Live; Business Standard (PTI); Devdiscourse; Mint; NewsBytes; The Indian Awaaz; WION',
  IT: 'ANSA (via Giornale di Brescia); AgenPress; Quotidiano.net; askanews (via Città di Napoli); askanews (via Quotidiano del Sud)',
  JP: 'Jiji Press (via nippon.com)',
  LT: 'Delfi',
  LV: 'The Baltic Times (LETA)',
  NL: 'ANP (via Welingelichte Kringen); DutchNews.nl; upday NL',
  NO: 'Dagsavisen',
  NZ: 'Otago Daily Times (RNZ); RNZ (cache mirror); RNZ (via LiveNews.co.nz); The New Zealand Herald',
  PK: 'Geo News',
  PL: 'Polskie Radio English; Wirtualna Polska',
  PT: 'CNN Portugal; Diário de Notícias',
  RO: 'Romania Insider',
  RU: 'Mail.ru News; TASS; Vedomosti',
  SK: 'Pluska (TASR); SITA',
  TR: 'Anews (Anadolu); Daily Sabah; TRT World; Yeni Şafak (French)',
  UA: 'Babel; Espreso Global; Euromaidan Press; ForUA; Interfax-Ukraine; Kyiv Post; LIGA.net; Novyny.LIVE; Online.UA; RBC-Ukraine; Sud.ua; The Kyiv Independent; UNITED24 Media; UNN; Ukraine Business News; Ukrainska Pravda',
  US: 'AP (via Boston 25 News); AP (via Lincoln Daily News); AP (via Prince George Citizen); AP (via WOKV); AP (via WSB-TV); Foreign Policy (via AM1); La Voce di New York; Military.com; Scripps News (via WTXL); The Epoch Times',
};

const COUNTRY_OF = new Map(
  Object.entries(BY_COUNTRY).flatMap(([country, outlets]) =>
    outlets.split('; ').map((name) => [name, country] as const),
  ),
);

/** Undefined where it is not known: sites that retell others, mostly. */
export const countryOfOutlet = (outlet: string): string | undefined => COUNTRY_OF.get(outlet);
