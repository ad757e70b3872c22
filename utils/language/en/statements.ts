/** English for the statement readers: who acts, what is denied, how people take part in meetings. No topic in it. */
import type { StatementWords } from '../statements/words.ts';

const list = (text: string): string[] => text.split('|').map((item) => item.trim());

/** "Polish", "Dutch", "Croatian", "Chinese", "Greek"; "Germans", "Danes": a people is asked in polls, it sends nobody. */
const DEMONYM =
  /(?:(?:ish|[cnt]ch|ech|ian|ean|ese|ek|ss|can|man|ic|iot|ak|ene|een)s?|oles|danes|swedes|finns|iards|britons?|turks|croats)$/i;

export const statementWords: StatementWords = {
  isDemonym: (name) => DEMONYM.test(name),
  negators: list(
    "not|no|never|neither|nor|nobody|none|no-one|won't|wouldn't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|hadn't|can't|cannot|couldn't|shouldn't|without|hardly|nothing|rather than|instead of",
  ),
  denyingOwners: list('no|not a|not a single|not one|zero'),
  unreal: list(
    'if|whether|unless|suppos*|assuming|were to|what happens|as if|as though|in case|should|hypothetical*|rumour*|rumor*|speculat*|pressure|possibility that|prospect of|debate*|would have',
  ),
  unsaid: list(
    'denying|denied|deny|denies|denial|dismiss*|refut*|disput*|untrue|false|contrary to|incorrect*|mistaken*|wrongly|want*|hop*|wish*|urg*|ask*|demand*|expect|calls|called|press*|lobb*|persuad*|convinc*|doubt*|fear*|believ*|suggest*|forced|forcing|unclear|not clear|not true|not the case|no truth|reports that|report that|claims that|claim that|expects|expected that|expecting|anticipat*|predict*|no word|not said|not say|refus* to say|critic*|opposition',
  ),
  openers: list('contrary to|asked|pressed|questioned|challenged'),
  inverted: list('had|were|should'),
  past: list(
    'previously|initially|originally|at first|until recently|until|earlier this|last year|last month|last spring|last summer|last autumn|last winter|last february|last march|used to|long before|months ago|weeks ago|years ago|formerly|back in|no longer',
  ),
  once: list('once'),
  pluperfect: list('had'),
  expected: list(
    'will|would|shall|is to|are to|was to|were to|due|set to|expected|scheduled|planned|plans|plan|likely|may|might|could|intends|intended|hopes|about to',
  ),
  proposed: list('proposes|proposed|proposing|proposal|under the plan|under a plan|blueprint|suggested'),
  draft: list('draft*'),
  prepositions: list(
    'in|of|with|to|from|for|by|at|on|unlike|like|near|against|between|alongside|than|after|before|into|over|without|behind|beside|except|via|under|upon|about|across|around|among|amongst|within|through|towards|toward|despite|not|versus',
  ),
  telling: list(
    'told|tells|urged|urges|asked|asks|pressed|thanked|thanks|accused|accuses|criticised|criticized|praised|warned|reminded|briefed|joined|met|called|rang|phoned|invited|assured|persuaded|convinced|begged|pushed|supports|supported|backs|backed|followed',
  ),
  others: list(
    'allies|ally|countries|nations|states|leaders|others|they|we|you|europeans|europe|coalition|members|partners|nobody|everyone|everybody|somebody|someone|anyone|some|many|most|several|others|analysts|experts|critics|officials|diplomats|generals|opponents|lawmakers|voters|colleagues|rivals|nato|eu',
  ),
  agents: list(
    "government|government's|cabinet|parliament|ministry|minister|president|premier|chancellor|leader|leadership|pm|taoiseach|officials|spokesman|spokeswoman|spokesperson|head|administration|army|military|troops|soldiers|soldier|forces|peacekeepers|contingent|contingents|units|boots|personnel|authorities|office|secretary|tanaiste",
  ),
  pronouns: list('he|she|it'),
  articles: list('the|a|an'),
  infinitive: list('to'),
  personalPronouns: list('he|she'),
  offices: list('prime minister|president|chancellor|taoiseach|premier|secretary general|pm'),
  officeTitles: { pm: 'prime minister', premier: 'prime minister' },
  capital: list('capital'),
  objectPronouns: list('him|her'),
  denials: list(
    'denied|denies|denying|denial|contrary to|untrue|not true|not the case|no truth|false|falsely|wrongly|mistaken*|incorrect*|rumour*|rumor*',
  ),
  contrasts: list('but'),
  possessives: list('its|their|her|his|our'),
  relatives: list('who|which|whose|that'),
  auxiliaries: list(
    'had|has|have|having|is|was|are|were|will|would|did|does|do|may|might|could|should|also|then|later|already|only|duly|himself|herself|instead',
  ),
  joiners: list('and|or|nor|plus|both|as|well|the|neither|also'),
  neither: list('neither|nor'),
  stops: list('to|for|with|against|about|on|at|but|while|whereas|that|if|because|although|when|after|before|and'),
  calendar: list(
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december',
  ),
  capitals: list(
    'president|prime|minister|chancellor|sir|mr|mrs|ms|taoiseach|premier|king|pm|i|the|a|foreign|defence|defense|leader|then|now|still|secretary|general|commission|eu|uk|us|interior|vice|deputy|tanaiste',
  ),
  participation: {
    join: list(
      'join|joins|joined|joining|take part|takes part|took part|taken part|taking part|participat*|attend*|dial in|dials in|dialled in|dialed in|dialling in|dialing in|call in|called in|calling in|calls in|rang in|ring in|phoned in|phones in|phoning in|connect|connects|connected|connecting|link|linked|linking|links|log in|logged in|logged on|logging on|tuned in|tuning in|beamed in|beamed|appear|appears|appeared|appearing|follow|follows|followed|following|patched in|patched through|piped in|zoomed in|hooked up|listened in|listening in|came|come|comes|coming|turned up|showed up|sat in|sat|spoke up|chimed in|weighed in|present|was present|were present|is|was|were|are|be|been|being|stood|contributed|remained|stayed|arrived|made it|intervened|co-chaired|chaired|presided|checked in|looked in|was reached|was heard|dropped in|dropping in|popped up|popped in|entered|figured|featured|materialised|materialized|loomed|made an appearance|put in an appearance|piped in|hooked in|wired in|listened|filled|smiled|nodded|frowned|was a|hung|waved|waving|grinned',
    ),
    converse: list(
      'preached|scolded|scolds|scolding|lectures|lecturing|berated|berates|chided|chides|warned|warns|urged|urges|appealed|complained|pleaded|spoke|speaks|speak|speaking|spoken|talked|talks|talk|talking|conferred|confers|address|addressed|addresses|addressing|conversed|briefed|consulted|consult|told|tells|telling|lectured|greeted|reassured|lectured|harangued|held|had|hold|holds|having|holding|made|placed|gave|conducted|convened|discussed',
    ),
    reach: list(
      'briefed|brief|briefing|brief|called|call|calling|calls|rang|ring|ringing|phoned|phone|phoning|telephoned|telephone|telephoning|consulted|consult|consulting|consults|contacted|contact|contacting|dialled|dialed|reached|reach|updated|update|informed|inform|sounded out|connected|patched in|patched|included|include|including|brought in|bring in|bringing in|had|raised|heard|hear|hearing|saw|see|seeing|faced|met|meet|meeting|rang up|rung|called up|phoned up|got hold of',
    ),
    reachTo: list(
      'spoke to|spoke with|speak to|speak with|speaking to|speaking with|spoken to|spoken with|talked to|talked with|talk to|talk with|talking to|talking with|conferred with|confer with|conferring with|patched through to|put through to|connected to|connected with|linked to|linked up with|linked with|hooked up to|joined by|were joined by|was joined by|listened to|listening to|turned to|reported to|consulted with|conversed with|held talks with',
    ),
    group: list(
      'leaders|allies|europeans|participants|hosts|partners|everyone|everybody|attendees|counterparts|colleagues|heads|delegations|delegates|members|they|all|group|assembly|company|gathered|assembled|europe|coalition|guests|capitals|those|to the meeting|to the summit|to the gathering|to the session|to the conference',
    ),
    meeting: list(
      "meeting|meeting's|summit|summit's|talks|gathering|session|conference|coalition|table|round|discussion|discussions|deliberations|proceedings|gathered|assembled|event|élysée|elysee",
    ),
    travel: list(
      'took the train to|took a train to|took the eurostar to|took a plane to|drove to|hurried to|rushed to|travelled to|traveled to|travelling to|traveling to|travels to|flew to|flew in to|flew into|flies to|flown to|flying to|came to|come to|comes to|coming to|arrived in|arrived at|arrives in|arrives at|arriving in|journeyed to|made the trip to|made the journey to|went to|crossed the channel to|crossed the channel for|turned up in|turned up at|travelled over to|landed in|headed to|was in|were in|were all in|sat in',
    ),
    arrive: list(
      'took his seat|took her seat|takes his seat|takes her seat|took a seat|took his place|took her place|walked into the room|strode into the room|flew in|flown in|flies in|flying in|jetted in|jets in|jetting in|travelled in|traveled in|came over|flew over|flown over|flies over|flying over|made the trip|made the journey|crossed the channel',
    ),
    held: list('held|conducted|convened|staged'),
    afar: list(
      'join|joins|joined|joining|take part|takes part|took part|taking part|participat*|connect*|follow|follows|followed|following|dial*|link*|listen*|tuned in|spoke|speaks|speaking|contributed|intervened|appeared|appears|co-chaired|chaired|chairs|presided|logged in|beamed in|patched in|zoomed in|watched|watches|watching|weighed in|chipped in',
    ),
    stay: list('stayed|remained|stays|remains|staying'),
    from: list('from|out of'),
    sit: list('sat|sits|was|were|are|is|stood|came|appeared'),
    during: list('at|during'),
    toward: list('with|to|before|in front of'),
    between: list('between|among'),
    itself: list(
      'fill*|loom*|tower*|flicker*|crackl*|boom*|echo*|beam*|piped in|patched in|patched through|hooked in|hooked up|dial*|called in|rang in|rings in|rung in|phoned in|phones in|telephoned in|hung|hangs|hanging|gazed|gazes|peered|stared down|looked down',
    ),
    passive: list('was|were|been|being|is|got'),
    bodies: list(
      'face|faces|voice|image|features|visage|head|likeness|intervention|contribution|appearance|participation|remarks|message|words',
    ),
    withWhom: list('with|to|from'),
    beforehand: list(
      'before|ahead|earlier|prior to|eve|previous|day after|days after|hours after|next day|following day|yesterday|last week',
    ),
    ofMany: list('of them|of whom|of these|of the leaders|of the others|of the rest|of the guests|of the participants'),
    undone: list(
      "but did not|but didn't|but he did not|but she did not|but he didn't|but she didn't|but never did|but he never did|but she never did|but in the end did not|but in the end he did not|but did not do so|but failed to do so|but could not|but cancelled|but pulled out|but did not turn up|but did not show up",
    ),
    apart: list('separate|separately|bilateral|bilaterally|one-on-one|privately|private|tete-a-tete|alone'),
    later: list('afterwards|afterward|subsequently|later|in advance|beforehand'),
  },
  sets: {
    before: list(
      'the|leaders|of|presidents|president|governments|prime|minister|ministers|both|heads|representatives|were|are|including|only|just|those|alone|chancellor|chancellors|premiers|premier|head|state|government|s',
    ),
    of: list('of'),
    only: list('only|alone|exclusively|solely'),
    it: list('it|this|that|them'),
    together: list('together with|along with|alongside|jointly with|as did'),
  },
};
