/**
 * The archives that stores take, made so that the same sources give the same bytes: sorted files, one date, one way to compress.
 * WXT's own archives carry the time of their making.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import JSZip from 'jszip';

/** The earliest that an archive can say. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const LEVEL = 9;

export interface ArchivedFile {
  /** In the archive, with slashes. */
  path: string;
  content: Buffer;
}

/** Every file below `directory`. */
export function filesBelow(directory: string): ArchivedFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ path: relative(directory, file).replace(/\\/g, '/'), content: readFileSync(file) }));
}

/** The sources under version control, as they lie in the working tree: what a reviewer needs to build the same archive. */
export function trackedSources(root: string): ArchivedFile[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return listed
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path, content: readFileSync(join(root, path)) }));
}

/** The archive of these files; the same for the same files, on every machine. */
export function archive(files: readonly ArchivedFile[]): Promise<Buffer> {
  const zip = new JSZip();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) zip.file(path, content, { date: DATE, createFolders: false });
  return zip.generateAsync({
    type: 'nodebuffer',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: LEVEL },
  });
}

/** SHA-256, in hexadecimal. */
export const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The version at the head of the changelog, as `## 1.2.3 (…)`; null where it has none. */
export function changelogVersion(changelog: string): string | null {
  return /^## (\d+\.\d+\.\d+)\b/m.exec(changelog)?.[1] ?? null;
}
