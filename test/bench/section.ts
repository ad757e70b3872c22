/** Sections of BENCHMARKS.md: each benchmark writes its own, between marks, and leaves the others as they are. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join(dirname(fileURLToPath(import.meta.url)), '../../BENCHMARKS.md');
const HEAD = `# Benchmarks

Measured by the commands named below, which write this file; nothing in it is typed by hand.
`;

/** Puts `body` in the place of the section `name`, or at the end where there is none. */
export function replaceSection(file: string, name: string, body: string): string {
  const open = `<!-- bench:${name} -->`;
  const close = `<!-- /bench:${name} -->`;
  const section = `${open}\n${body.trim()}\n${close}`;
  const start = file.indexOf(open);
  const end = file.indexOf(close, start);
  if (start < 0 || end < 0) return `${(file || HEAD).trimEnd()}\n\n${section}\n`;
  return file.slice(0, start) + section + file.slice(end + close.length);
}

export function writeSection(name: string, body: string): void {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  writeFileSync(FILE, replaceSection(old, name, body));
}

/** Processor, memory, Node and the day. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}, ${day}`;
}

/** Version of an installed package. */
export function versionOf(name: string): string {
  const path = join(dirname(FILE), 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
