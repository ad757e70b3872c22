import type { packTexts } from '../packs.ts';
import type { Translated } from '../types.ts';

export const packs: Translated<typeof packTexts, 'de'> = {
  'file.empty': 'Die Datei ist leer.',
  'file.no-json':
    'Die Datei ist kein JSON: {reason}. Pakete sind .json-Dateien oder solche, die mit gzip gepackt sind. Wurde sie von Hand bearbeitet, zeigt „npm run pack -- validate“ die Stelle.',
  'file.half':
    'Die Datei endet mittendrin: Sie wurde nicht bis zum Ende geladen oder geschrieben. Holen Sie sie noch einmal.',
  'file.too-large': 'Die Datei ist größer als {most} MB; so viel braucht kein Paket.',
  'file.unpacks-too-large':
    'Entpackt ist die Datei größer als {most} MB; so viel braucht kein Paket. Das Entpacken wurde abgebrochen.',
  'file.too-deep': 'In der Datei stecken Listen mehr als {most} Ebenen tief in Listen. Das tut kein Paket.',
  'file.not-utf8': 'Die Datei ist nicht in UTF-8: Um Byte {at} steht etwas anderes. Speichern Sie sie als UTF-8.',
  'file.bad-gzip':
    'Die gepackte Datei ist beschädigt ({reason}). Holen Sie sie noch einmal, oder entpacken Sie sie zuerst.',
  'file.unreadable': 'Der Browser kann die Datei nicht lesen: {reason}.',
  'file.forbidden-key': '{where}: Der Feldname „{key}“ ist nirgends in einer Datei erlaubt. Entfernen Sie ihn.',
  'file.hidden-in-key': '{where}: Im Namen eines Feldes stehen unsichtbare Zeichen. Schreiben Sie ihn neu.',
  'file.no-pack':
    'Das ist kein Paket: Es hat kein „manifest“. Ein Paket ist eine Datei, die „npm run pack -- build“ macht oder die jemand anderes hier exportiert hat.',
  'file.is-backup': 'Das ist eine Sicherung, kein Paket. Stellen Sie sie unter „Ihre Daten“ wieder her.',
  'file.newer-format':
    'Das Paket hat Format {format}; diese Version von Second Source liest Format {known}. Aktualisieren Sie Second Source.',
  'file.unknown-format': 'manifest.format: {format} ist kein Format von Paketen; es muss {known} sein.',
  'file.unknown-part':
    'Das Paket hat einen Teil „{key}“, den das Format nicht kennt. Entfernen Sie ihn, oder berichtigen Sie den Namen.',
  'file.no-list': '{name}: muss eine Liste sein.',
  'file.too-many': '{name}: {n} Einträge, und {most} sind das Höchste.',

  'problem.line': '{where}: {what}',
  'problem.with-remedy': '{text}; {remedy}',
  'problem.more': 'Und {n} weitere. Beheben Sie zuerst diese: Manche der übrigen folgen daraus.',
  'problem.missing': 'fehlt',
  'problem.unknown-field': {
    one: 'kein Feld {fields} im Format; entfernen Sie es, oder berichtigen Sie den Namen',
    other: 'keine Felder {fields} im Format; entfernen Sie sie, oder berichtigen Sie die Namen',
  },
  'problem.type': 'muss {wanted} sein, nicht {got}',
  'problem.a-text': 'ein Text',
  'problem.a-number': 'eine Zahl',
  'problem.a-boolean': 'true oder false, ohne Anführungszeichen',
  'problem.a-list': 'eine Liste',
  'problem.an-object': 'ein Objekt',
  'problem.one-of': 'muss eines von {values} sein, nicht {got}',
  'problem.too-long': '{n} Zeichen, und {most} sind das Höchste; kürzen Sie es',
  'problem.empty': 'ist leer',
  'problem.other': '{message} (hier: {got})',

  'pack.id-bundled':
    'Die Kennung „{id}“ gehört zu einem Paket, das mit Second Source kommt und nur mit ihm aktualisiert wird. Ein eigenes Paket braucht eine andere Kennung im Manifest.',
  'pack.signature-bad':
    'Die Signatur passt nicht zum Inhalt: Die Datei wurde nach dem Signieren geändert oder unterwegs beschädigt. Holen Sie sie noch einmal beim Autor.',
  'pack.signature-missing':
    '„{title}“ ist hier signiert, und diese Datei ist es nicht. Eine Aktualisierung muss vom selben Autor signiert sein. Wenn Sie der Datei trotzdem trauen, entfernen Sie zuerst das Paket.',
  'pack.key-changed':
    'Diese Datei ist mit einem anderen Schlüssel signiert als „{title}“ hier: Sie kommt von jemand anderem, oder der Autor hat einen neuen Schlüssel. Fragen Sie den Autor. Ist sie von ihm, entfernen Sie das Paket und importieren die Datei neu.',
  'pack.signature-unchecked':
    'Dieser Browser kann Signaturen nicht prüfen, und das Paket hier ist signiert. Aktualisieren Sie den Browser (Chrome ab 137, Firefox ab 140).',
  'pack.no-room':
    'Das Paket braucht etwa {needed} MB, und der Browser lässt {free} MB. Schaffen Sie Platz auf der Festplatte.',
  'pack.disk-full':
    'Die Festplatte ist voll. Es wurde nichts geändert. Schaffen Sie Platz, und importieren Sie die Datei noch einmal.',
  'pack.stopped': 'Angehalten. Es wurde nichts geändert.',
  'pack.failed': 'Es hat nicht geklappt: {reason}. Es wurde nichts geändert.',

  'packs.heading': 'Pakete',
  'packs.intro':
    'Ein Paket enthält, was zu einem Thema bekannt ist: Namen, was gezählt wird und was Quellen sagen. Alles bleibt auf diesem Computer.',
  'packs.none': 'Kein Paket ist installiert.',
  'packs.line': '{sources}, {claims}, neueste vom {date}',
  'packs.claims': { one: '{n} Angabe', other: '{n} Angaben' },
  'packs.version': 'Version {version}',
  'packs.bundled': 'kommt mit Second Source',
  'packs.signed': 'signiert, Schlüssel {fingerprint}',
  'packs.unsigned': 'nicht signiert',
  'packs.damaged': 'Teile davon sind verloren. Importieren Sie die Datei noch einmal.',
  'packs.details': 'Wie es zusammengestellt wurde',
  'packs.switch': '{title} verwenden',
  'packs.export': 'Exportieren',
  'packs.export-label': '{title} als Datei exportieren',
  'packs.remove': 'Entfernen',
  'packs.remove-label': '{title} entfernen',
  'packs.removed': '{title} wurde entfernt.',
  'packs.undo': 'Rückgängig',
  'packs.undo-late': 'Es ist schon weg. Importieren Sie die Datei noch einmal, um es zurückzuholen.',
  'packs.import': 'Ein Paket importieren',
  'packs.choose': 'Datei wählen…',
  'packs.drop': 'oder hier ablegen',
  'packs.drop-now': 'Loslassen, um die Datei zu lesen',
  'packs.drop-hint': 'Eine .json-Datei oder eine mit gzip gepackte (.json.gz)',
  'packs.one-file': 'Bitte eine Datei nach der anderen: {n} wurden abgelegt.',
  'packs.not-kept':
    'Hier lassen sich keine Pakete importieren: Dieser Browser behält für Erweiterungen nichts ({reason}). In Firefox ist das die Einstellung „Chronik niemals anlegen“.',
  'packs.reading': '{file} wird gelesen',
  'packs.checking': '{file} wird geprüft',
  'packs.writing': '{file} wird geschrieben',
  'packs.cancel': 'Abbrechen',
  'packs.close': 'Schließen',
  'packs.refused': '{file} wurde nicht importiert. Es wurde nichts geändert.',
  'packs.save-problems': 'Diese Liste speichern',
  'packs.new': 'Neues Paket',
  'packs.update': 'Aktualisierung eines Pakets, das hier ist',
  'packs.same': 'Genau dieses ist schon installiert',
  'packs.add': 'Paket hinzufügen',
  'packs.replace': 'Paket aktualisieren',
  'packs.replace-older': 'Zurück zu dieser Version',
  'packs.added': '{title} wurde hinzugefügt. Seiten zu diesem Thema werden ab jetzt markiert.',
  'packs.updated': '{title} wurde auf Version {version} aktualisiert.',
  'packs.preview-selection': 'Wie die Quellen ausgewählt wurden',
  'packs.preview-unsigned':
    'Es ist nicht signiert: Niemand bürgt dafür, woher es kommt. Importieren Sie nur, was Sie von jemandem haben, dem Sie trauen.',
  'packs.preview-pins':
    'Es ist mit dem Schlüssel {fingerprint} signiert. Der Schlüssel wird gemerkt: Aktualisierungen mit einem anderen werden abgelehnt. Wessen Schlüssel es ist, kann nur der Autor sagen.',
  'packs.preview-pinned': 'Es ist mit demselben Schlüssel signiert wie zuvor: {fingerprint}.',
  'packs.preview-unchecked':
    'Es ist signiert, aber dieser Browser kann das nicht prüfen (Chrome ab 137 kann es). Es gilt als nicht signiert.',
  'packs.preview-removed': {
    one: '{n} unsichtbares Zeichen, das täuschen kann, wurde weggelassen.',
    other: '{n} unsichtbare Zeichen, die täuschen können, wurden weggelassen.',
  },
  'packs.preview-seen':
    'Solange es an ist, werden seine Namen und Zahlen auf Seiten seines Themas markiert; eine Seite kann sehen, dass etwas markiert ist.',
  'packs.diff-version-newer': 'Von Version {from} auf {to}',
  'packs.diff-version-same': 'Die Versionsnummer bleibt {to}, aber der Inhalt ist ein anderer',
  'packs.diff-version-older': 'Eine ältere Version: von {from} zurück auf {to}',
  'packs.diff-what': 'Was',
  'packs.diff-added': 'neu',
  'packs.diff-removed': 'entfernt',
  'packs.diff-changed': 'geändert',
  'packs.diff-documents': 'Quellen',
  'packs.diff-claims': 'Angaben',
  'packs.diff-measures': 'Messgrößen',
  'packs.diff-entities': 'Namen',
  'packs.diff-other': 'Auch Titel, Thema, Auswahl oder Wörter haben sich geändert.',
  'packs.diff-show': 'Zeigen, welche',
  'packs.diff-more': 'und {n} weitere',

  'data.heading': 'Ihre Daten',
  'data.intro':
    'Einstellungen, gespeicherte Seiten, was Sie verworfen haben und importierte Pakete in einer Datei. Erlaubnisse für Websites gehören dem Browser und sind nicht dabei.',
  'data.backup': 'Sicherung speichern',
  'data.restore': 'Sicherung wiederherstellen…',
  'data.saved': 'Gespeichert als {file}.',
  'data.restore-found': 'Sicherung vom {date}',
  'data.restore-packs': { one: '{n} importiertes Paket', other: '{n} importierte Pakete' },
  'data.restore-settings': { one: '{n} Einstellung', other: '{n} Einstellungen' },
  'data.restore-rows': { one: '{n} eigener Eintrag', other: '{n} eigene Einträge' },
  'data.restore-how':
    'Einstellungen werden ersetzt. Pakete und Einträge kommen zu denen dazu, die hier sind; gibt es beide, bleibt der aus der Sicherung.',
  'data.restore-now': 'Wiederherstellen',
  'data.restoring': '{file} wird wiederhergestellt',
  'data.restored': 'Die Sicherung wurde wiederhergestellt.',
  'data.half-restored':
    '{file} wurde nicht wiederhergestellt, und nicht alles ließ sich zurücksetzen. Stellen Sie die Datei noch einmal wieder her, oder löschen Sie zuerst alles.',
  'data.refused': '{file} wurde nicht wiederhergestellt. Es wurde nichts geändert.',
  'data.no-backup': 'Das ist keine Sicherung von Second Source.',
  'data.is-pack': 'Das ist ein Paket, keine Sicherung. Importieren Sie es unter „Pakete“.',
  'data.newer-backup': 'Die Sicherung stammt von einer neueren Version von Second Source. Aktualisieren Sie es zuerst.',
  'data.unknown-setting': 'settings: keine Einstellung „{key}“ in dieser Version; sie würde wegfallen',
  'data.bad-setting': 'settings.{key}: {got} ist kein Wert dafür',
  'data.bad-part': '{where}: ist nicht so, wie eine Sicherung es hat',
  'data.pack': 'packs[{at}]: {problem}',
  'data.bad-page': 'ist keine gespeicherte Seite',
  'data.bad-dismissal': 'ist keine verworfene Zahl und kein verworfener Name',
  'data.pack-twice': 'packs: „{id}“ zweimal',
  'data.unknown-part': 'own.{name}: Diese Version behält so etwas nicht; es würde wegfallen',
  'data.erase': 'Alles löschen…',
  'data.erase-hint':
    'Einstellungen, gespeicherte Seiten, was Sie verworfen haben, importierte Pakete und Erlaubnisse für Websites. Was mit Second Source kommt, bleibt.',
  'data.erase-sure': 'Alles löschen? Das lässt sich nicht rückgängig machen.',
  'data.erase-now': 'Alles löschen',
  'data.erased': 'Alles wurde gelöscht.',
};
