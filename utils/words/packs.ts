/** Texts of the packs and the reader's data in the settings, and of what may be wrong with a file. */
import type { Table } from './types.ts';

export const packTexts = {
  // A file as such
  'file.empty': 'The file is empty.',
  'file.no-json':
    'The file is no JSON: {reason}. Packs are .json files, or such files packed with gzip. If it was edited by hand, “npm run pack -- validate” shows the place.',
  'file.half': 'The file ends in the middle: it was not downloaded or written to its end. Get it again.',
  'file.too-large': 'The file is larger than {most} MB, which no pack needs.',
  'file.unpacks-too-large':
    'The file unpacks to more than {most} MB, which no pack needs. It was left before it was unpacked whole.',
  'file.too-deep': 'The file holds lists in lists more than {most} deep. No pack does that.',
  'file.not-utf8': 'The file is not in UTF-8: near byte {at} there is something else. Save it as UTF-8.',
  'file.bad-gzip': 'The packed file is damaged ({reason}). Get it again, or unpack it first.',
  'file.unreadable': 'The browser cannot read the file: {reason}.',
  'file.forbidden-key': '{where}: the name “{key}” is not allowed for a field, anywhere in a file. Remove it.',
  'file.hidden-in-key': '{where}: the name of a field holds characters that cannot be seen. Write it anew.',
  'file.no-pack':
    'This is no pack: it has no “manifest”. A pack is one file that “npm run pack -- build” makes, or that another reader exported here.',
  'file.is-backup': 'This is a backup, not a pack. Restore it under “Your data”.',
  'file.newer-format':
    'The pack is of format {format}; this version of Second Source reads format {known}. Update Second Source.',
  'file.unknown-format': 'manifest.format: {format} is no format of packs; it has to be {known}.',
  'file.unknown-part': 'The pack has a part “{key}” that the format does not know. Remove it or correct its name.',
  'file.no-list': '{name}: has to be a list.',
  'file.too-many': '{name}: {n} entries, and {most} are the most.',

  // Records and fields
  'problem.line': '{where}: {what}',
  'problem.with-remedy': '{text}; {remedy}',
  'problem.more': 'And {n} more. Mend these first: some of the rest follow from them.',
  'problem.missing': 'is missing',
  'problem.unknown-field': {
    one: 'no field {fields} in the format; remove it or correct its name',
    other: 'no fields {fields} in the format; remove them or correct their names',
  },
  'problem.type': 'has to be {wanted}, not {got}',
  'problem.a-text': 'a text',
  'problem.a-number': 'a number',
  'problem.a-boolean': 'a boolean, without quotation marks',
  'problem.a-list': 'a list',
  'problem.an-object': 'an object',
  'problem.one-of': 'has to be one of {values}, not {got}',
  'problem.too-long': '{n} characters, and {most} are the most; shorten it',
  'problem.empty': 'is empty',
  'problem.other': '{message} (here: {got})',

  // Whether it may be installed
  'pack.id-bundled':
    'The id “{id}” belongs to a pack that comes with Second Source, which is only updated together with it. A pack of your own needs another id in its manifest.',
  'pack.signature-bad':
    'The signature does not fit the content: the file was changed after it was signed, or damaged on the way. Get it again from its author.',
  'pack.signature-missing':
    '“{title}” is here signed, and this file is not signed. An update has to be signed by the same author. If you trust the file all the same, remove the pack first.',
  'pack.key-changed':
    'This file is signed by another key than “{title}” that is here: it comes from somebody else, or its author has a new key. Ask the author. If it is theirs, remove the pack first and import the file anew.',
  'pack.signature-unchecked':
    'This browser cannot check signatures, and the pack that is here is signed. Update the browser (Chrome 137 and later, Firefox 140 and later).',
  'pack.no-room': 'The pack needs about {needed} MB, and the browser leaves {free} MB. Free some disk space.',
  'pack.disk-full': 'The disk is full. Nothing was changed. Free some space and import the file again.',
  'pack.stopped': 'Stopped. Nothing was changed.',
  'pack.failed': 'It did not work: {reason}. Nothing was changed.',

  // The section
  'packs.heading': 'Packs',
  'packs.intro':
    'A pack holds what is known on one topic: names, what is counted, and what sources say. Everything stays on this machine.',
  'packs.none': 'No pack is installed.',
  'packs.line': '{sources}, {claims}, newest of {date}',
  'packs.claims': { one: '{n} claim', other: '{n} claims' },
  'packs.version': 'version {version}',
  'packs.bundled': 'comes with Second Source',
  'packs.signed': 'signed, key {fingerprint}',
  'packs.unsigned': 'not signed',
  'packs.damaged': 'Parts of it were lost. Import its file again.',
  'packs.details': 'How it was put together',
  'packs.switch': 'Use {title}',
  'packs.export': 'Export',
  'packs.export-label': 'Export {title} as a file',
  'packs.remove': 'Remove',
  'packs.remove-label': 'Remove {title}',
  'packs.removed': '{title} was removed.',
  'packs.undo': 'Undo',
  'packs.undo-late': 'It is gone already. Import its file again to have it back.',
  'packs.import': 'Import a pack',
  'packs.choose': 'Choose a file…',
  'packs.drop': 'or drop it here',
  'packs.drop-now': 'Let go to read the file',
  'packs.drop-hint': 'One .json file, or one packed with gzip (.json.gz)',
  'packs.one-file': 'One file at a time, please: {n} were dropped.',
  'packs.not-kept':
    'Packs cannot be imported here: this browser keeps nothing for extensions ({reason}). In Firefox that is the setting “Never remember history”.',
  'packs.reading': 'Reading {file}',
  'packs.checking': 'Checking {file}',
  'packs.writing': 'Writing {file}',
  'packs.cancel': 'Cancel',
  'packs.close': 'Close',
  'packs.refused': '{file} was not imported. Nothing was changed.',
  'packs.save-problems': 'Save this list',
  'packs.new': 'New pack',
  'packs.update': 'Update of a pack that is here',
  'packs.same': 'The very same is installed already',
  'packs.add': 'Add pack',
  'packs.replace': 'Update pack',
  'packs.replace-older': 'Go back to this version',
  'packs.added': '{title} was added. Pages on its topic are marked from now on.',
  'packs.updated': '{title} was updated to version {version}.',
  'packs.preview-selection': 'How its sources were chosen',
  'packs.preview-unsigned':
    'It is not signed: nobody vouches for where it comes from. Import only what you have from somebody you trust.',
  'packs.preview-pins':
    'It is signed with the key {fingerprint}. The key will be remembered: updates signed by another will be refused. Whose key it is, only its author can tell you.',
  'packs.preview-pinned': 'It is signed with the same key as before: {fingerprint}.',
  'packs.preview-unchecked':
    'It is signed, but this browser cannot check that (Chrome 137 and later can). It counts as not signed.',
  'packs.preview-removed': {
    one: '{n} invisible character that can deceive was left out.',
    other: '{n} invisible characters that can deceive were left out.',
  },
  'packs.preview-seen':
    'While it is on, its names and figures are marked on pages of its topic; a page can see that something is marked.',
  'packs.diff-version-newer': 'From version {from} to {to}',
  'packs.diff-version-same': 'The version number stays {to}, but the content is another',
  'packs.diff-version-older': 'An older version: from {from} back to {to}',
  'packs.diff-what': 'What',
  'packs.diff-added': 'added',
  'packs.diff-removed': 'removed',
  'packs.diff-changed': 'changed',
  'packs.diff-documents': 'Sources',
  'packs.diff-claims': 'Claims',
  'packs.diff-measures': 'Measures',
  'packs.diff-entities': 'Names',
  'packs.diff-other': 'Title, topic, selection or words changed too.',
  'packs.diff-show': 'Show which',
  'packs.diff-more': 'and {n} more',

  // The reader's data
  'data.heading': 'Your data',
  'data.intro':
    'Settings, saved pages, what you dismissed and the packs you imported, in one file. Permissions for sites are the browser’s and not part of it.',
  'data.backup': 'Save a backup',
  'data.restore': 'Restore a backup…',
  'data.saved': 'Saved as {file}.',
  'data.restore-found': 'Backup of {date}',
  'data.restore-packs': { one: '{n} imported pack', other: '{n} imported packs' },
  'data.restore-settings': { one: '{n} setting', other: '{n} settings' },
  'data.restore-rows': { one: '{n} entry of your own', other: '{n} entries of your own' },
  'data.restore-how':
    'Settings are replaced. Packs and entries are added to those that are here; where both have one, the backup’s is kept.',
  'data.restore-now': 'Restore',
  'data.restoring': 'Restoring {file}',
  'data.restored': 'The backup was restored.',
  'data.half-restored':
    '{file} was not restored, and not everything could be put back as it was. Restore it again, or erase everything first.',
  'data.refused': '{file} was not restored. Nothing was changed.',
  'data.no-backup': 'This is no backup of Second Source.',
  'data.is-pack': 'This is a pack, not a backup. Import it under “Packs”.',
  'data.newer-backup': 'The backup was made by a newer version of Second Source. Update it first.',
  'data.unknown-setting': 'settings: no setting “{key}” in this version; it would be left out',
  'data.bad-setting': 'settings.{key}: {got} is no value for it',
  'data.bad-part': '{where}: is not as a backup has it',
  'data.pack': 'packs[{at}]: {problem}',
  'data.bad-page': 'is no saved page',
  'data.bad-dismissal': 'is no figure or name that was dismissed',
  'data.pack-twice': 'packs: “{id}” twice',
  'data.unknown-part': 'own.{name}: this version keeps no such thing; it would be left out',
  'data.erase': 'Erase everything…',
  'data.erase-hint':
    'Settings, saved pages, what you dismissed, imported packs and permissions for sites. What comes with Second Source stays.',
  'data.erase-sure': 'Erase everything? This cannot be undone.',
  'data.erase-now': 'Erase everything',
  'data.erased': 'Everything was erased.',
} as const satisfies Table;
